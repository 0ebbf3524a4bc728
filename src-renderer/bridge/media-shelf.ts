import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Media } from '../../src-preload/contract/model/media.ts'

/** How long an address nobody shows any more is kept, in milliseconds: rows scroll out and in again. */
const GRACE = 30_000

type Held = {
  users: number
  given: Promise<{ url: string; release: () => void }>
  drop: ReturnType<typeof setTimeout> | undefined
}

/** Stored files as they are shown: what they are, and an address for their bytes, each asked for once. */
export type MediaShelf = {
  facts(mediaId: string): Promise<Reply<Media>>
  /** What was just added is known already. */
  put(media: Media): void
  /** Rejects when the bytes cannot be had. Call `release` once for each time it was asked for. */
  url(mediaId: string): Promise<string>
  release(mediaId: string): void
}

export const createMediaShelf = (bridge: Bridge): MediaShelf => {
  const known = new Map<string, Promise<Reply<Media>>>()
  const held = new Map<string, Held>()

  return {
    facts: async (mediaId) => {
      const asked = known.get(mediaId) ?? bridge.call('media.get', { mediaId })
      known.set(mediaId, asked)
      const reply = await asked
      if (!reply.ok) known.delete(mediaId)
      return reply
    },
    put: (media) => void known.set(media.id, Promise.resolve({ ok: true, value: media })),
    url: async (mediaId) => {
      const found = held.get(mediaId) ?? { users: 0, given: bridge.mediaUrl(mediaId), drop: undefined }
      clearTimeout(found.drop)
      found.users += 1
      held.set(mediaId, found)
      try {
        return (await found.given).url
      } catch (error) {
        held.delete(mediaId)
        throw error
      }
    },
    release: (mediaId) => {
      const found = held.get(mediaId)
      if (found === undefined || --found.users > 0) return
      found.drop = setTimeout(() => {
        held.delete(mediaId)
        void found.given.then((given) => given.release())
      }, GRACE)
    },
  }
}
