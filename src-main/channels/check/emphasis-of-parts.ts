import type { Emphasis } from '../../core/rich-text.ts'
import type { Draft } from '../channel.ts'

/** What stands out in each part of a post, by the part's own indices. A stretch over a cut goes on in the next part. */
export const emphasisOf = (
  parts: readonly string[],
  { text, emphasis }: Pick<Draft, 'text' | 'emphasis'>,
): Emphasis[][] => {
  if (emphasis.length === 0) return parts.map(() => [])
  let from = 0
  return parts.map((part) => {
    // Numbers are no words of the post.
    const words = text.includes(part, from) ? part : part.replace(/ \d+\/\d+$/, '')
    const at = text.indexOf(words, from)
    if (at === -1) return []
    from = at + words.length
    return emphasis
      .map((one) => ({ ...one, start: Math.max(0, one.start - at), end: Math.min(words.length, one.end - at) }))
      .filter(({ start, end }) => start < end)
  })
}
