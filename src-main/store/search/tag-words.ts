import { readTerms, type Terms } from './search-terms.ts'

/**
 * A tag is among the words of its post, and what has words is found by time, newest first, however long ago it was.
 * Tags of signs that are no words are left to the labels, which decide in any case; then nothing is added.
 */
export const withTags = (terms: Terms, tags: readonly string[] = []): Terms => {
  const said = tags
    .map((tag) => readTerms(`"${tag.replaceAll('"', ' ')}"`))
    .flatMap((one) => (one.kind === 'words' ? one.whole : []))
  if (said.length === 0 || terms.kind === 'nothing') return terms
  return terms.kind === 'words'
    ? { ...terms, whole: [...terms.whole, ...said] }
    : { kind: 'words', whole: said, beginning: null }
}
