/** A web address in a text; indices in UTF-16 units. */
export type Link = { start: number; end: number; href: string }

/** The addresses in a text that name their protocol, without the punctuation of the sentence around them. */
export const findLinks = (text: string): Link[] =>
  [...text.matchAll(/https?:\/\/[^\s<>"]+/gi)].flatMap(({ 0: found, index }) => {
    const bare = found.replace(/[.,;:!?'*_]+$/, '')
    const href = bare.includes('(') ? bare : bare.replace(/\)+$/, '')
    return URL.canParse(href) ? [{ start: index, end: index + href.length, href }] : []
  })
