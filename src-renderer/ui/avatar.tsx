import { useState } from 'react'
import type { Mark } from '../../src-preload/contract/model/channel.ts'
import { CornerMark } from './channel-mark.tsx'
import { useFace } from './faces-context.ts'
import './avatar.css'

type AvatarProps = {
  name: string
  /** Whose picture is shown; left out: nobody's. */
  accountId?: string
  /** Of the network it stands for. */
  mark: Mark | undefined
  size?: 'small' | 'normal' | 'large'
}

/**
 * An account's face: its picture, or where it has none its initials, and the mark of its channel in the corner.
 * Decoration; the name stands beside it.
 */
export const Avatar = ({ name, accountId, mark, size = 'normal' }: AvatarProps) => {
  const face = useFace(accountId)
  return (
    <span
      className={`avatar avatar-${size}`}
      aria-hidden="true"
      style={{ '--hue': hueOf(name) } as React.CSSProperties}
    >
      <span className="avatar-face">{initialsOf(name, size === 'small' ? 1 : 2)}</span>
      {face !== null && <Picture key={face} address={face} />}
      {mark !== undefined && <CornerMark mark={mark} />}
    </span>
  )
}

/** Over the initials: one that cannot be drawn leaves them to be seen. */
const Picture = ({ address }: { address: string }) => {
  const [broken, setBroken] = useState(false)
  if (broken) return null
  return <img className="avatar-picture" src={address} alt="" draggable={false} onError={() => setBroken(true)} />
}

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
