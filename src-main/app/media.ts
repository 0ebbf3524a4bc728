import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Media, PictureEdit } from '../../src-preload/contract/model/media.ts'
import type { Handlers } from '../core/gate.ts'
import type { Incoming, NamedFile } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import type { MediaRecord } from '../core/records.ts'
import { mediaView } from './views.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** The largest file taken from an address, and how long it may take to come. */
const FETCH = { maxBytes: 100_000_000, accept: 'image/*,video/*', timeoutMs: 60_000 }

/** Copies files in, as long as they may be. The same bytes are kept once, under the name they first came with. */
export const createMediaIntake =
  ({ store, files, probe, ids, clock }: World) =>
  async ({ name, ...file }: NamedFile, edited: Media['edited'] = null): Promise<Media> => {
    const { hash, size, found } = await files.add(file, probe)
    const known = await store.media.findByHash(hash)
    if (known) {
      // It is wanted again: what nothing refers to is kept for a while after that.
      if (edited !== null && known.edited !== null) await store.media.put({ ...known, createdAt: clock.now() })
      return mediaView(known)
    }
    const media: MediaRecord = {
      id: ids.make('med'),
      hash,
      name: named(name),
      size,
      createdAt: clock.now(),
      edited,
      ...found,
    }
    await store.media.put(media)
    return mediaView(media)
  }

export const createMediaHandlers = (world: World) => {
  const { store, files, web, editPicture } = world
  const takeIn = createMediaIntake(world)
  const find = async (mediaId: string): Promise<MediaRecord> =>
    (await store.media.get(mediaId)) ??
    refuse('not-found', `There is no file ${mediaId}.`, 'Attach the file again.', { told: because('file-gone') })

  const edit = async ({ mediaId, crop, turn }: Parsed<'media.edit'>): Promise<Media> => {
    const asked = await find(mediaId)
    // Always of what came in: a picture that is cut again and again would lose a little each time.
    const origin = asked.edited ? await find(asked.edited.of) : asked
    if (turn === 0 && isWhole(crop)) return mediaView(origin)
    const { bytes, mime } = await editPicture(files.path(origin.hash), { crop, turn })
    return takeIn({ name: renamed(origin.name, mime), ...inMemory(bytes) }, { of: origin.id, crop, turn })
  }

  return {
    'media.add': ({ name, data }) => takeIn({ name, ...inMemory(decodeBase64(data)) }),
    'media.fetch': async ({ url }) => {
      const found = await web.get(url, FETCH)
      return takeIn({ name: nameIn(found.url), ...inMemory(found.bytes) })
    },
    'media.edit': edit,
    'media.get': async ({ mediaId }) => mediaView(await find(mediaId)),
  } satisfies Partial<Handlers>
}

const isWhole = ({ x, y, width, height }: PictureEdit['crop']): boolean =>
  x === 0 && y === 0 && width === 1 && height === 1

/** The name of what was made of a file: its kind may be another. */
const renamed = (name: string, mime: string): string =>
  `${name.replace(/\.[^.]{1,5}$/, '')}.${mime === 'image/jpeg' ? 'jpg' : mime.slice('image/'.length)}`

const inMemory = (bytes: Uint8Array): Incoming => ({
  size: bytes.byteLength,
  bytes: (async function* () {
    yield bytes
  })(),
})

/** The end of a long name is kept: it says what the file is. */
const named = (name: string): string => name.slice(-255) || 'file'

/** The last step of an address's path, as a file's name. */
const nameIn = (url: string): string => {
  const last = new URL(url).pathname.split('/').findLast((step) => step !== '') ?? ''
  try {
    return decodeURIComponent(last)
  } catch {
    return last
  }
}

const decodeBase64 = (data: string): Uint8Array => {
  const bytes = Buffer.from(data, 'base64')
  // Buffer skips what is not base64; a file that changed on the way must not be kept.
  if (bytes.toString('base64').replace(/=+$/, '') !== data.replace(/=+$/, '')) {
    refuse('invalid-input', 'The file did not arrive whole.', 'Attach it again.', {
      field: 'data',
      told: because('file-not-whole'),
    })
  }
  return bytes
}
