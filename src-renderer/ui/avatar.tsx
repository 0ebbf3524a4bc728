import { markColours } from './mark-colours.ts'
import './avatar.css'

type AvatarProps = {
  name: string
  /** The channel's letters and colour. */
  mark: { letters: string; colour: string } | undefined
  size?: 'small' | 'normal' | 'large'
}

/** An account's face: its initials, and the mark of its channel in the corner. Decoration; the name stands beside it. */
export const Avatar = ({ name, mark, size = 'normal' }: AvatarProps) => (
  <span className={`avatar avatar-${size}`} aria-hidden="true" style={{ '--hue': hueOf(name) } as React.CSSProperties}>
    <span className="avatar-face">{initialsOf(name, size === 'small' ? 1 : 2)}</span>
    {mark !== undefined && (
      <span className="avatar-mark" style={markColours(mark.colour)}>
        {mark.letters}
      </span>
    )}
  </span>
)

/** A channel's own sign, where no account is meant. */
export const ChannelMark = ({ mark }: { mark: { letters: string; colour: string } }) => (
  <span className="channel-mark" aria-hidden="true" style={markColours(mark.colour)}>
    {mark.letters}
  </span>
)

/** First letters of the first words. */
const initialsOf = (name: string, count: number): string => {
  const words = name.trim().split(/\s+/)
  return words
    .slice(0, count)
    .map((word) => firstLetter(word))
    .join('')
    .toUpperCase()
}

/** Dear to make, and asked for in every row. */
const letters = new Intl.Segmenter()

const firstLetter = (word: string): string => letters.segment(word)[Symbol.iterator]().next().value?.segment ?? ''

/** The same name has the same colour everywhere. */
const hueOf = (name: string): number => {
  let hash = 7
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 3600
  return hash % 360
}
