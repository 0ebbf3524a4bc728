import { fitImage, type ImageLimits } from './fit-image.ts'
import { kindOfBytes } from './media/read-kind.ts'

/** Sharp in a card at twice its pixels, and small enough to be handed on as text. */
const LIMITS: ImageLimits = { mimes: ['image/jpeg', 'image/webp'], maxBytes: 120_000, maxSide: 720 }

/** Makes a small still picture of what came from the web; null: it is no picture of a kind that is known. */
export const shrinkPicture = async (bytes: Uint8Array): Promise<{ bytes: Uint8Array; mime: string } | null> => {
  // A drawing of the SVG kind can hold more than a picture: it is not opened.
  if (kindOfBytes(bytes)?.startsWith('image/') !== true) return null
  try {
    const { bytes: small, mime } = await fitImage(bytes, LIMITS)
    return { bytes: small, mime }
  } catch {
    return null
  }
}
