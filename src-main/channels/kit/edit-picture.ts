import { readFile } from 'node:fs/promises'
import type { PictureEdit } from '../../../src-preload/contract/model/media.ts'
import { Refusal, refuse } from '../../core/refusal.ts'
import { openImage } from './fit-image.ts'
import { loadSharp } from './load-sharp.ts'
import { because } from '../../core/told.ts'

/** So exact that a picture which is fitted to a channel later does not show it. */
const QUALITY = 92

/** Turns a picture and cuts it, for good: what comes out is upright, and tells nothing of place or camera. */
export const editPicture = async (
  path: string,
  { crop, turn }: PictureEdit,
): Promise<{ bytes: Uint8Array; mime: string }> => {
  try {
    const { open, about } = await openImage(await readFile(path))
    if ((about.pages ?? 1) > 1) return refuse(...moves)
    const sharp = await loadSharp()
    const { data: upright, info: before } = await open().autoOrient().raw().toBuffer({ resolveWithObject: true })
    const raw = { width: before.width, height: before.height, channels: before.channels }
    const turned = sharp(Buffer.from(upright), { raw }).rotate(turn)
    const side = turn % 180 === 0 ? before : { width: before.height, height: before.width }
    const cut = turned.extract(pixelsOf(crop, side))
    const mime = mimeFor(about)
    const made =
      mime === 'image/png'
        ? cut.png({ compressionLevel: 9 })
        : mime === 'image/webp'
          ? cut.webp({ quality: QUALITY })
          : cut.jpeg({ quality: QUALITY })
    // In sharp's WebAssembly build it lies in memory that cannot be handed on.
    return { bytes: Buffer.from(await made.toBuffer()), mime }
  } catch (error) {
    if (error instanceof Refusal) throw error
    return refuse('media-unreadable', 'The picture cannot be read.', 'Attach it again.', {
      detail: String(error),
      told: because('picture-unreadable'),
    })
  }
}

const moves = [
  'media-unreadable',
  'A picture that moves cannot be cropped or turned here.',
  'Change it in a program for films, and attach that.',
  { told: because('picture-moves') },
] as const

type Sides = { width: number; height: number }

/** At least one pixel, and none outside. */
const pixelsOf = (crop: PictureEdit['crop'], { width, height }: Sides) => {
  const left = Math.min(width - 1, Math.round(crop.x * width))
  const top = Math.min(height - 1, Math.round(crop.y * height))
  return {
    left,
    top,
    width: Math.max(1, Math.min(width - left, Math.round(crop.width * width))),
    height: Math.max(1, Math.min(height - top, Math.round(crop.height * height))),
  }
}

const mimeFor = ({ format, hasAlpha }: { format?: string; hasAlpha?: boolean }): string => {
  if (format === 'png' || format === 'gif') return 'image/png'
  return format === 'webp' ? 'image/webp' : hasAlpha === true ? 'image/png' : 'image/jpeg'
}
