import type { Failure } from '../../src-preload/contract/failure.ts'

/** A name as long as names get. */
export const LONG =
  'Announcements of the harbour authority for the whole of the northern coast, islands and Donaudampfschifffahrtsgesellschaft included'

export const nothing = (): void => undefined

export const MARK = { letters: 'Ma', colour: '#6364ff' }

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
