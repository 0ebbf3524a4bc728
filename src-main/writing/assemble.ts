/** A whole text: what is said, then the link, then the hashtags. A link that is in the words already stands once. */
export const assemble = (body: string, link: string | null, hashtags: readonly string[]): string =>
  [body, link !== null && body.includes(link) ? '' : link, hashtags.map((tag) => `#${tag}`).join(' ')]
    .filter((part) => part !== null && part !== '')
    .join('\n\n')
