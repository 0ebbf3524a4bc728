import { openImage } from './fit-image.ts'
import { kindOfBytes } from './media/read-kind.ts'

/** Twice the pixels of the largest place where a face is shown. */
const SIDE = 96
const QUALITY = 82
/** Nobody's picture is larger; what is was made to keep this computer busy. */
const MOST_PIXELS = 50_000_000

/**
 * Makes a small square of a picture that came from the web: its middle, standing still, and nothing of its making in it.
 * Null: it is no picture of a kind that is known.
 */
export const makeFace = async (bytes: Uint8Array): Promise<{ bytes: Uint8Array; mime: string } | null> => {
  // A drawing of the SVG kind can hold more than a picture: it is not opened.
  if (kindOfBytes(bytes)?.startsWith('image/') !== true) return null
  try {
    const { open, about } = await openImage(bytes)
    if (about.autoOrient.width * about.autoOrient.height > MOST_PIXELS) return null
    const square = open().autoOrient().resize(SIDE, SIDE, { fit: 'cover' })
    // Most networks show what is see-through on white, and it is drawn for that.
    const face = await square.flatten({ background: '#ffffff' }).webp({ quality: QUALITY }).toBuffer()
    // In sharp's WebAssembly build it lies in memory that cannot be handed on.
    return { bytes: Buffer.from(face), mime: 'image/webp' }
  } catch {
    return null
  }
}
