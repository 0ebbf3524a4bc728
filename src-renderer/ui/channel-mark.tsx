import { Folder, Hand, Mail } from 'lucide-react'
import type { CSSProperties } from 'react'
import type { Mark } from '../../src-preload/contract/model/channel.ts'
import { markColours } from './mark-colours.ts'
import './channel-mark.css'

/** A channel's own sign on its colour. Decoration; its name stands beside it. */
export const ChannelMark = ({ mark }: { mark: Mark }) => (
  <span className="channel-mark" aria-hidden="true" style={groundOf(mark)}>
    <Sign mark={mark} />
  </span>
)

/** The same in the corner of a face. */
export const CornerMark = ({ mark }: { mark: Mark }) => (
  <span className="avatar-mark" style={groundOf(mark)}>
    <Sign mark={mark} />
  </span>
)

const groundOf = ({ colour }: Mark): CSSProperties => markColours(colour)

const ICONS = { folder: Folder, envelope: Mail, hand: Hand } as const

const Sign = ({ mark: { letters, glyph } }: { mark: Mark }) => {
  if (glyph === null) return letters
  if ('icon' in glyph) {
    const Icon = ICONS[glyph.icon]
    return <Icon className="channel-glyph" strokeWidth={2.5} />
  }
  return (
    <svg className="channel-glyph" viewBox="0 0 24 24" fill="currentcolor">
      <path d={glyph.path} />
    </svg>
  )
}
