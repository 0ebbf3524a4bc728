import { siBluesky, siLemmy, siWordpress, siYoutube } from 'simple-icons'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Mark } from '../../src-preload/contract/model/channel.ts'

/** A name as long as names get. */
export const LONG =
  'Announcements of the harbour authority for the whole of the northern coast, islands and Donaudampfschifffahrtsgesellschaft included'

export const nothing = (): void => undefined

/** Signs of all kinds: simple, fine, round and wide ones, plain ones, letters on a dark and on a light ground. */
export const MARKS: readonly Mark[] = [
  { letters: 'Bs', colour: '#1083fe', glyph: { path: siBluesky.path } },
  { letters: 'Le', colour: '#00a846', glyph: { path: siLemmy.path } },
  { letters: 'Wp', colour: '#21759b', glyph: { path: siWordpress.path } },
  { letters: 'Yt', colour: '#ff0000', glyph: { path: siYoutube.path } },
  { letters: 'Fo', colour: '#8a6d3b', glyph: { icon: 'folder' } },
  { letters: 'Nl', colour: '#b4532a', glyph: { icon: 'envelope' } },
  { letters: 'By', colour: '#5b6b7a', glyph: { icon: 'hand' } },
  { letters: 'Mp', colour: '#0a7a5c', glyph: null },
  { letters: 'Dc', colour: '#ffd400', glyph: null },
]

export const FAILURE: Failure = {
  code: 'signed-out',
  message: 'Mastodon did not take the post.',
  next: 'Sign in to the account again, then send it once more.',
  detail: '401 {"error":"The access token is invalid"}',
}

export const WAITING: Pick<Failure, 'message' | 'next'> = {
  message: 'The server asks for a pause.',
  next: 'Posthorn tries again at 10:15.',
}
