import { z } from 'zod'
import type { Signed } from './session.ts'

const PROFILE = 'app.bsky.actor.profile'
/** The library makes an object of a blob's reference, JSON has it as `$link`. */
const profile = z.object({ avatar: z.object({ ref: z.unknown() }).nullable().catch(null) })

/**
 * Where the account's picture is: at the server that keeps its posts, which needs nobody else for that. Says nothing
 * where that is not told.
 */
export const findPicture = async ({ agent, did, home }: Signed): Promise<{ picture?: string | null }> => {
  try {
    const { data } = await agent.com.atproto.repo.getRecord({ repo: did, collection: PROFILE, rkey: 'self' })
    const { avatar } = profile.parse(data.value)
    if (avatar === null) return { picture: null }
    const url = new URL('/xrpc/com.atproto.sync.getBlob', home)
    url.search = new URLSearchParams({ did, cid: String(avatar.ref) }).toString()
    return { picture: url.href }
  } catch (error) {
    // Who never wrote a profile has none.
    return isMissing(error) ? { picture: null } : {}
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'error' in error && error.error === 'RecordNotFound'
