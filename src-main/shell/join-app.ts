import { createHash } from 'node:crypto'
import type { App } from '../app/app.ts'
import { createApp } from '../app/create-app.ts'
import type { World } from '../app/world.ts'
import { editPicture } from '../channels/kit/edit-picture.ts'
import { makeFace } from '../channels/kit/make-face.ts'
import { probeMedia } from '../channels/kit/probe-media.ts'
import { shrinkPicture } from '../channels/kit/shrink-picture.ts'
import { openMediaFiles } from '../store/media-files.ts'
import { createWriters } from '../writing/create-writers.ts'
import { courier } from './courier.ts'
import { createMachine } from './machine.ts'
import { s3Bucket } from './s3-bucket.ts'
import { createSystemIds } from './system-ids.ts'

/** The use cases on one folder, and where their files are. */
export type Joined = {
  app: App
  /** Where the bytes of an attached file are; null for an unknown id. */
  locateMedia(mediaId: string): Promise<{ path: string; mime: string } | null>
}

/** What differs from one folder to another. */
type Own = Omit<
  World,
  | 'files'
  | 'probe'
  | 'editPicture'
  | 'shrinkPicture'
  | 'makeFace'
  | 'ids'
  | 'random'
  | 'courier'
  | 'writers'
  | 'digest'
  | 'bucket'
  | 'machine'
> & {
  /** Reaches the writing server that the person chose. */
  fetch: typeof globalThis.fetch
}

/** Joins the use cases with what every shell has: files beside the database, the writers. */
export const joinApp = ({ fetch, ...own }: Own): Joined => {
  const files = openMediaFiles(own.about.home)
  const app = createApp({
    ...own,
    files,
    probe: probeMedia,
    editPicture,
    shrinkPicture,
    makeFace,
    ids: createSystemIds(),
    random: Math.random,
    courier,
    writers: createWriters({ web: own.web, network: own.network, clock: own.clock, fetch }),
    bucket: s3Bucket,
    machine: createMachine(own.about.home),
    digest: (text) => Promise.resolve(createHash('sha256').update(text).digest('hex')),
  })
  return {
    app,
    locateMedia: async (mediaId) => {
      const media = await own.store.media.get(mediaId)
      return media ? { path: files.path(media.hash), mime: media.mime } : null
    },
  }
}
