/** Whether an item is to be published at once: its time is only when the person said so, by whatever clock. */
export const isWantedAtOnce = ({ charge }: { readonly charge: { readonly feature: string } | null }): boolean =>
  charge?.feature === 'PUBLISH_POST'
