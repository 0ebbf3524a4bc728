import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import sharp from 'sharp'
import type { DraftMedia } from '../../../src-main/channels/channel.ts'
import { mediaOf } from '../channel-world.ts'

/** Small files of each kind. */
export const SAMPLE_FILES: Readonly<Record<'image' | 'video', () => Promise<DraftMedia>>> = {
  image: async () =>
    mediaOf(
      await sharp({ create: { width: 640, height: 640, channels: 3, background: '#3366aa' } })
        .jpeg()
        .toBuffer(),
      'picture.jpg',
      'A blue square',
    ),
  /** As large as every network wants it, by what is written of it. */
  video: async () => ({
    ...(await mediaOf(
      await readFile(join(import.meta.dirname, '../../fixtures/media/clip.mp4')),
      'clip.mp4',
      'A short film',
    )),
    width: 1280,
    height: 720,
  }),
}
