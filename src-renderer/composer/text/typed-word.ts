import { nameAt, type Typed } from './mention-search.ts'

/** What is being typed that something can be offered for, by the sign before it: `@`, `#`, `:`, and `/` at a line's start. */
export type OfferKind = 'mention' | 'tag' | 'emoji' | 'template'
export type TypedWord = Typed & { kind: OfferKind }

const TAG = /(?:^|[\s([{"'«“‚‘])#([\p{L}\p{N}_]{1,64})$/u
const EMOJI = /(?:^|[\s([{"'«“‚‘\p{Extended_Pictographic}])[:]([\p{L}+-][\p{L}\p{N}_+-]{1,31})$/u
const TEMPLATE = /(?:^|\n)\/([^\n/]{0,40})$/

/** No word that is offered for is longer. */
const LONGEST = 80

/** The word that the caret stands in or behind; null where none is typed that anything is offered for. */
export const wordAt = (text: string, caret: number): TypedWord | null => {
  const mention = nameAt(text, caret)
  if (mention !== null) return { ...mention, kind: 'mention' }
  const from = Math.max(0, caret - LONGEST)
  const before = text.slice(from, caret)
  const found = (kind: OfferKind, pattern: RegExp): TypedWord | null => {
    const match = pattern.exec(before)
    const name = match?.[1]
    // What the cut made look like a beginning is none.
    if (match === null || name === undefined || (from > 0 && match.index === 0)) return null
    const rest = kind === 'tag' ? (/^[\p{L}\p{N}_]*/u.exec(text.slice(caret))?.[0] ?? '') : ''
    return { kind, name, start: caret - name.length - 1, end: caret + rest.length }
  }
  return found('tag', TAG) ?? found('emoji', EMOJI) ?? found('template', TEMPLATE)
}
