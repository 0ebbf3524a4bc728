import { Fragment, type ReactNode } from 'react'
import type { TextRange } from '../../../src-preload/contract/model/post.ts'

type MarkedTextProps = { text: string; ranges: readonly TextRange[] }

/** Text with its links, mentions and tags marked. Nothing in it can be followed: it is not published yet. */
export const MarkedText = ({ text, ranges }: MarkedTextProps) => {
  const pieces: { at: number; shown: ReactNode }[] = []
  let at = 0
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start < at || range.end > text.length) continue
    pieces.push({ at, shown: text.slice(at, range.start) })
    const marked = (
      <span className={`marked marked-${range.kind}`} title={range.href}>
        {text.slice(range.start, range.end)}
      </span>
    )
    pieces.push({ at: range.start, shown: marked })
    at = range.end
  }
  pieces.push({ at, shown: text.slice(at) })
  return (
    <p className="marked-text" dir="auto">
      {pieces
        .filter(({ shown }) => shown !== '')
        .map((piece) => (
          <Fragment key={piece.at}>{piece.shown}</Fragment>
        ))}
    </p>
  )
}
