import { Fragment, type ReactNode } from 'react'
import type { TextRange } from '../../src-preload/contract/model/post.ts'

type MarkedTextProps = { text: string; ranges: readonly TextRange[] }

/** Text with its links, mentions and tags marked. Nothing in it can be followed: it is not published yet. */
export const MarkedText = ({ text, ranges }: MarkedTextProps) => {
  const pieces: ReactNode[] = []
  let at = 0
  for (const range of ranges.toSorted((a, b) => a.start - b.start)) {
    if (range.start < at || range.end > text.length) continue
    pieces.push(text.slice(at, range.start))
    pieces.push(
      <span className={`marked marked-${range.kind}`} title={range.href}>
        {text.slice(range.start, range.end)}
      </span>,
    )
    at = range.end
  }
  pieces.push(text.slice(at))
  return (
    <p className="marked-text" dir="auto">
      {pieces.map((piece, index) => (
        <Fragment key={index}>{piece}</Fragment>
      ))}
    </p>
  )
}
