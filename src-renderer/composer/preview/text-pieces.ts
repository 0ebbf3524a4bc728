import type { EmphasisKind } from '../../../src-preload/contract/model/channel.ts'
import type { TargetCheck, TextRange } from '../../../src-preload/contract/model/post.ts'

export type Part = Pick<TargetCheck['parts'][number], 'text' | 'ranges' | 'emphasis'>

/** A stretch of text that looks the same from its first letter to its last. */
export type Piece = {
  /** Where it begins in the text. */
  at: number
  text: string
  /** What it is, such as a tag; null: mere words. */
  range: Pick<TextRange, 'kind' | 'href'> | null
  emphasis: readonly Exclude<EmphasisKind, 'link'>[]
}

/** Cuts what stands from one place to another into pieces. What reaches out of the text is left out. */
export const textPieces = ({ text, ranges, emphasis }: Part, from = 0, to = text.length): Piece[] => {
  const links: TextRange[] = emphasis.flatMap(({ start, end, kind, href }) =>
    kind === 'link' ? [{ start, end, kind, href: href ?? '' }] : [],
  )
  const inText = <T extends { start: number; end: number }>(all: readonly T[]): T[] =>
    all.filter(({ start, end }) => start < end && end <= text.length)
  const marks = inText([...links, ...ranges])
  const weights = inText(emphasis)
  const cuts = new Set([from, to, ...[...marks, ...weights].flatMap(({ start, end }) => [start, end])])
  const places = [...cuts].filter((place) => place >= from && place <= to).toSorted((a, b) => a - b)
  return places.slice(0, -1).map((start, index) => {
    const covers = (one: { start: number; end: number }): boolean => one.start <= start && one.end > start
    const mark = marks.find(covers)
    return {
      at: start,
      text: text.slice(start, places[index + 1]),
      range: mark === undefined ? null : { kind: mark.kind, href: mark.href },
      emphasis: [...new Set(weights.filter(covers).map(({ kind }) => kind))].filter((kind) => kind !== 'link'),
    }
  })
}
