import { strToU8, unzipSync, Zip, ZipDeflate, ZipPassThrough } from 'fflate'
import { refuse } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'

/** What a zip may hold when it is unpacked, in bytes: a small file can pretend to be without end. */
const MOST = 1_000_000_000
const MOST_FILES = 20_000

export const isZip = ([a, b, c]: Uint8Array): boolean => a === 0x50 && b === 0x4b && c === 3

/** Every file in it by its path; what systems add of their own is left out. */
export const unpack = (zip: Uint8Array): Map<string, Uint8Array> => {
  let size = 0
  let count = 0
  const tooMuch = () =>
    refuse('invalid-input', 'There is too much in this zip.', 'Import it in several parts.', {
      told: because('zip-too-much'),
    })
  try {
    const files = unzipSync(zip, {
      filter: ({ name, originalSize }) => {
        if (name.endsWith('/') || /(^|\/)(__MACOSX|\.)/.test(name)) return false
        size += originalSize
        count += 1
        return size > MOST || count > MOST_FILES ? tooMuch() : true
      },
    })
    return new Map(Object.entries(files))
  } catch (error) {
    if (error instanceof Error && error.name === 'Refusal') throw error
    return refuse('invalid-input', 'This zip cannot be opened.', 'Pack it once more; it may not have arrived whole.', {
      detail: String(error),
      told: because('zip-broken'),
    })
  }
}

export type Packed = { name: string; bytes: Uint8Array | string }

/** Packs files one after another; text is made small, what comes as bytes is small already. */
export const pack = async (files: AsyncIterable<Packed>): Promise<Uint8Array> => {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error) throw error
    chunks.push(chunk)
  })
  for await (const { name, bytes } of files) {
    const file = typeof bytes === 'string' ? new ZipDeflate(name, { level: 6 }) : new ZipPassThrough(name)
    zip.add(file)
    file.push(typeof bytes === 'string' ? strToU8(bytes) : bytes, true)
  }
  zip.end()
  return Buffer.concat(chunks)
}
