import { markFound } from './found-words.ts'
import './marked-text.css'

/** A text with what was searched for marked in it. */
export const MarkedText = ({ text, search }: { text: string; search: string }) => {
  if (search === '') return text
  return markFound(text, search).map(({ text: part, found }, index) =>
    // A text's parts have no names but their places.
    // oxlint-disable-next-line react/no-array-index-key
    found ? <mark key={index}>{part}</mark> : <span key={index}>{part}</span>,
  )
}
