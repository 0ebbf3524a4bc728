import { readFile } from 'node:fs/promises'

/** The pixels of a photo, upright, four channels each. */
export type Pixels = { data: Uint8ClampedArray; width: number; height: number }

/**
 * Decodes the main picture of a HEIC file: sharp's own decoder has no HEVC. The library is loaded when the first one
 * comes. Throws on a damaged file.
 */
export const decodeHeic = async (source: string | Uint8Array): Promise<Pixels> => {
  const { default: libheif } = await import('libheif-js/wasm-bundle.js')
  const images = new libheif.HeifDecoder().decode(typeof source === 'string' ? await readFile(source) : source)
  const [image] = images
  try {
    if (!image) throw new Error('The file holds no picture.')
    const [width, height] = [image.get_width(), image.get_height()]
    const data = new Uint8ClampedArray(width * height * 4)
    await new Promise<void>((resolve, reject) =>
      image.display({ data, width, height }, (made) =>
        made ? resolve() : reject(new Error('The picture cannot be decoded.')),
      ),
    )
    return { data, width, height }
  } finally {
    for (const one of images) one.free()
  }
}
