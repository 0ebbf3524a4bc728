import type { DraftMedia } from '../../channel.ts'
import { loadSharp } from '../load-sharp.ts'

/** What is known of late files, by their hash: a draft is checked at every key that is pressed. */
const known = new Map<string, Promise<boolean>>()
const KEPT = 500

/** Whether an image tells where it was made, in EXIF or XMP; false where it cannot be read, since then it is not sent. */
export const tellsPlace = ({ path, hash }: Pick<DraftMedia, 'path' | 'hash'>): Promise<boolean> => {
  const before = known.get(hash)
  if (before) return before
  const looking = look(path).catch(() => {
    known.delete(hash)
    return false
  })
  known.set(hash, looking)
  for (const oldest of [...known.keys()].slice(0, Math.max(0, known.size - KEPT))) known.delete(oldest)
  return looking
}

const look = async (path: string): Promise<boolean> => {
  const sharp = await loadSharp()
  const { exif, xmp } = await sharp(path).metadata()
  return (exif !== undefined && hasPlace(exif)) || (xmp !== undefined && /exif:GPS/.test(xmp.toString('utf8')))
}

/** The entry of the first directory that leads to that of the place. */
const GPS = 0x8825

/** EXIF is a TIFF behind six letters: byte order, the first directory's offset, entries of twelve bytes. */
const hasPlace = (exif: Buffer): boolean => {
  const tiff = exif.subarray(exif.toString('latin1', 0, 4) === 'Exif' ? 6 : 0)
  const little = tiff.toString('latin1', 0, 2) === 'II'
  const short = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const long = (at: number) => (little ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
  try {
    const first = long(4)
    return Array.from({ length: short(first) }, (_, index) => short(first + 2 + index * 12)).includes(GPS)
  } catch {
    // Broken data may hold anything: it is taken for the worst.
    return true
  }
}
