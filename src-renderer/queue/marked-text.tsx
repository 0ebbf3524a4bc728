import { markFound } from './found-words.ts'
import './marked-text.css'

type MarkedTextProps = {
  text: string
  search: string
  /** More letters than so many cannot be in view: the others need not be laid out. */
  most?: number
}

/** A text with what was searched for marked in it. */
export const MarkedText = ({ text, search, most }: MarkedTextProps) => {
  if (search === '') return text.slice(0, most)
  return markFound(text, search, most).map(({ text: part, found }, index) =>
    // A text's parts have no names but their places.
    // oxlint-disable-next-line react/no-array-index-key
    found ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
  )
}
