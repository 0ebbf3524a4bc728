import type { Handlers } from '../core/gate.ts'
import { refuse } from '../core/refusal.ts'
import type { MediaRecord } from '../core/records.ts'
import { mediaView } from './views.ts'
import type { World } from './world.ts'

export const createMediaHandlers = ({ store, files, probe, ids, clock }: World) =>
  ({
    'media.add': async ({ name, data }) => {
      const bytes = decodeBase64(data)
      const about = await probe(bytes)
      const hash = await files.add(bytes)
      const known = await store.media.findByHash(hash)
      if (known) return mediaView(known)
      const media: MediaRecord = {
        id: ids.make('med'),
        hash,
        name,
        size: bytes.length,
        createdAt: clock.now(),
        ...about,
      }
      await store.media.put(media)
      return mediaView(media)
    },
    'media.get': async ({ mediaId }) => {
      const media = await store.media.get(mediaId)
      return media ? mediaView(media) : refuse('not-found', `There is no file ${mediaId}.`, 'Attach the file again.')
    },
  }) satisfies Partial<Handlers>

const decodeBase64 = (data: string): Uint8Array => {
  const bytes = Buffer.from(data, 'base64')
  // Buffer skips what is not base64; a file that changed on the way must not be kept.
  if (bytes.toString('base64').replace(/=+$/, '') !== data.replace(/=+$/, '')) {
    refuse('invalid-input', 'The file did not arrive whole.', 'Attach it again.', { field: 'data' })
  }
  return bytes
}
