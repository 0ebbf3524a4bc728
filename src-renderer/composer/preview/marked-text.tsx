import type { ReactNode } from 'react'
import { type Part, type Piece, textPieces } from './text-pieces.ts'
import './marked-text.css'

type MarkedTextProps = { part: Part; from: number; to: number }

/** Text with its links, mentions, tags and emphasis. Nothing in it can be followed: it is not published yet. */
export const MarkedText = ({ part, from, to }: MarkedTextProps) =>
  textPieces(part, from, to).map((piece) => <PieceText key={piece.at} piece={piece} />)

const PieceText = ({ piece: { text, range, emphasis } }: { piece: Piece }) => {
  const marked =
    range === null ? (
      text
    ) : (
      <span className={`marked marked-${range.kind}`} title={range.href}>
        {text}
      </span>
    )
  return emphasis.reduce<ReactNode>((within, kind) => {
    const Weight = WEIGHTS[kind]
    return <Weight>{within}</Weight>
  }, marked)
}

const WEIGHTS = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const
