import { open } from 'node:fs/promises'

/** What a file is by its first bytes; `video`: one of several kinds that only its own reader can tell apart. */
export type Kind = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'image/avif' | 'image/heic' | Other
type Other = 'application/pdf' | 'video' | 'svg' | null

/** Bytes that are looked at. */
const HEAD = 1024

/** Looks at the beginning of a file; its name says nothing. Throws what opening it throws. */
export const readKind = async (path: string): Promise<Kind> => {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD), 0, HEAD, 0)
    return kindOfBytes(buffer.subarray(0, bytesRead))
  } finally {
    await file.close()
  }
}

export const kindOfBytes = (bytes: Uint8Array): Kind =>
  kindOf(Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD, bytes.byteLength)).toString('latin1'))

/** By the first kilobyte of a file, in Latin-1. */
const kindOf = (head: string): Kind => {
  if (head.startsWith('\xff\xd8\xff')) return 'image/jpeg'
  if (head.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png'
  if (head.startsWith('GIF8')) return 'image/gif'
  if (head.startsWith('RIFF') && head.startsWith('WEBP', 8)) return 'image/webp'
  if (head.startsWith('\x1aE\xdf\xa3')) return 'video'
  if (head.startsWith('ftyp', 4)) return kindOfBrands(head)
  // QuickTime files of old begin with one of their boxes.
  if (/^.{4}(moov|mdat|wide|free|skip)/s.test(head)) return 'video'
  if (head.includes('%PDF-')) return 'application/pdf'
  return /^\uFEFF?(?:\xef\xbb\xbf)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*|<!DOCTYPE[^>]*>\s*)*<svg[\s>]/is.test(head)
    ? 'svg'
    : null
}

/** The family of files that photos and films share: the brands in the first box tell them apart. */
const kindOfBrands = (head: string): Kind => {
  const length = Math.min(head.length, Buffer.from(head.slice(0, 4), 'latin1').readUInt32BE())
  const brands = [head.slice(8, 12), ...(head.slice(16, length).match(/.{4}/gs) ?? [])]
  const [major = ''] = brands
  const named = (wanted: readonly string[]) => brands.some((brand) => wanted.includes(brand))
  if (/^avi[fs]$/.test(major)) return 'image/avif'
  if (HEIC.includes(major)) return 'image/heic'
  if (!/^(mif1|msf1)$/.test(major)) return 'video'
  return named(['avif', 'avis']) ? 'image/avif' : named(HEIC) ? 'image/heic' : null
}

const HEIC = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx']
