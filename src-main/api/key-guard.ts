import { failedInEnglish } from '../core/refusal.ts'
import type { ApiEnv, Side } from './api-env.ts'
import type { Guard } from './guards.ts'
import type { MediaLocator } from './media-file.ts'
import type { Refuse } from './refuse.ts'

type Key = ApiEnv['Variables']['key']

/** Whose keys there are, and what they open. */
export type Keys = {
  /** Null for a key that is unknown or revoked. */
  keyFor(secret: string): Promise<Key | null>
  /** The person's own Posthorn, or the sandbox, which is opened when it is first asked for. */
  sideFor(kind: Key['kind']): Promise<Side & { locateMedia: MediaLocator }>
}

/** Some clients send the key bare where others put `Bearer` before it. */
const CREDENTIALS = /^(?:Bearer\s+)?(sk_\S+)$/i

/** Asks for a key as `Authorization: Bearer sk_...`, and tells the route whose it is and what it opens. */
export const keyOnly =
  ({ keyFor, sideFor }: Keys, refuse: Refuse): Guard =>
  async (c, next) => {
    const given = CREDENTIALS.exec(c.req.header('authorization') ?? '')?.[1]
    const key = given === undefined ? null : await keyFor(given)
    if (key !== null) {
      c.set('key', key)
      c.set('side', await sideFor(key.kind))
      return next()
    }
    c.header('WWW-Authenticate', 'Bearer')
    return refuse(
      c,
      failedInEnglish(
        'not-authorised',
        given === undefined ? 'The request carries no key.' : 'The key is unknown or was revoked.',
        'Make a key in Posthorn’s settings or with "posthorn keys create", and send it as "Authorization: Bearer sk_...".',
      ),
    )
  }
