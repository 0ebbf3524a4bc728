import type { Media } from '../../src-preload/contract/model/media.ts'
import type { Handlers } from '../core/gate.ts'
import { refuse } from '../core/refusal.ts'
import type { MediaRecord } from '../core/records.ts'
import { mediaView } from './views.ts'
import type { World } from './world.ts'

/** The largest file taken from an address, and how long it may take to come. */
const FETCH = { maxBytes: 100_000_000, accept: 'image/*,video/*', timeoutMs: 60_000 }

export const createMediaHandlers = ({ store, files, probe, ids, clock, web }: World) => {
  /** The same bytes are kept once, under the name they first came with. */
  const keep = async (name: string, bytes: Uint8Array): Promise<Media> => {
    const about = await probe(bytes)
    const hash = await files.add(bytes)
    const known = await store.media.findByHash(hash)
    if (known) return mediaView(known)
    const media: MediaRecord = { id: ids.make('med'), hash, name, size: bytes.length, createdAt: clock.now(), ...about }
    await store.media.put(media)
    return mediaView(media)
  }

  return {
    'media.add': ({ name, data }) => keep(name, decodeBase64(data)),
    'media.fetch': async ({ url }) => {
      const found = await web.get(url, FETCH)
      return keep(nameIn(found.url), found.bytes)
    },
    'media.get': async ({ mediaId }) => {
      const media = await store.media.get(mediaId)
      return media ? mediaView(media) : refuse('not-found', `There is no file ${mediaId}.`, 'Attach the file again.')
    },
  } satisfies Partial<Handlers>
}

/** The last step of an address's path, as a file's name. */
const nameIn = (url: string): string => {
  const last = new URL(url).pathname.split('/').findLast((step) => step !== '') ?? ''
  try {
    return decodeURIComponent(last).slice(0, 255) || 'file'
  } catch {
    return last.slice(0, 255)
  }
}

const decodeBase64 = (data: string): Uint8Array => {
  const bytes = Buffer.from(data, 'base64')
  // Buffer skips what is not base64; a file that changed on the way must not be kept.
  if (bytes.toString('base64').replace(/=+$/, '') !== data.replace(/=+$/, '')) {
    refuse('invalid-input', 'The file did not arrive whole.', 'Attach it again.', { field: 'data' })
  }
  return bytes
}
