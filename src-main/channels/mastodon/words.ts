/* Whether a text that stands is one that was sent: servers rewrite marks, spaces and mentions, but not the words. */

const MENTION_HOST = /(@[\p{L}\p{N}_][\p{L}\p{N}_.-]*)@[\p{L}\p{N}.-]+(?::\d+)?/gu
const WORDS = /[\p{L}\p{N}\p{M}\p{Extended_Pictographic}\p{Regional_Indicator}]/gu

/** The words of a text without what servers change; of a text of marks alone, the marks. */
export const wordsOf = (text: string): string => {
  const plain = text.normalize('NFC').replace(MENTION_HOST, '$1')
  return plain.match(WORDS)?.join('') ?? plain.replace(/\s+/g, '')
}
