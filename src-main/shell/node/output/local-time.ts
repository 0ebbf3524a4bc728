const format = (withSeconds: boolean) =>
  // The Swedish way of writing is the one that sorts: 2026-12-01 09:00.
  new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeStyle: withSeconds ? 'medium' : 'short' })

/** An instant as the clock on the wall shows it, `2026-12-01 09:00`; a dash for none. */
export const localTime = (at: string | null | undefined): string => (at ? format(false).format(new Date(at)) : '-')

/** The same to the second. */
export const localTimeExact = (at: string | null | undefined): string => (at ? format(true).format(new Date(at)) : '-')
