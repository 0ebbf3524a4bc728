import { analyse } from 'chardet'
import { refuse } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'

export type Decoded = { text: string; encoding: string }

/** Another guess is only believed when it is better than the most common one by this much, in percent. */
const CLEARLY = 15
/** So much of a file is looked at to tell its encoding, in bytes. */
const LOOKED_AT = 64_000

/** Bytes as text: by the encoding asked for, else by its mark, else by what they can be at all, else by what they look like. */
export const decodeText = (bytes: Uint8Array, asked?: string): Decoded => {
  const encoding = asked ?? markOf(bytes) ?? widthOf(bytes) ?? (isUtf8(bytes) ? 'utf-8' : guess(bytes))
  const decoder = decoderOf(encoding)
  if (!decoder)
    return refuse('invalid-input', `There is no encoding "${encoding}".`, 'Choose another one.', {
      told: because('encoding-unknown', { encoding }),
    })
  return { text: decoder.decode(bytes), encoding: decoder.encoding }
}

const decoderOf = (encoding: string): InstanceType<typeof TextDecoder> | null => {
  try {
    return new TextDecoder(encoding)
  } catch {
    return null
  }
}

const markOf = ([a, b, c]: Uint8Array): string | null => {
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8'
  if (a === 0xff && b === 0xfe) return 'utf-16le'
  return a === 0xfe && b === 0xff ? 'utf-16be' : null
}

/** Two bytes a letter without a mark: every other byte of what is written in Latin letters is zero. */
const widthOf = (bytes: Uint8Array): string | null => {
  const beginning = bytes.subarray(0, 2000)
  const zeros = [0, 0]
  beginning.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const many = beginning.length / 4
  if (odd > many && even < many / 4) return 'utf-16le'
  return even > many && odd < many / 4 ? 'utf-16be' : null
}

const isUtf8 = (bytes: Uint8Array): boolean => {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

const guess = (bytes: Uint8Array): string => {
  const found = analyse(bytes.subarray(0, LOOKED_AT)).filter(({ name }) => !/^(utf-|ascii)/i.test(name))
  const common = found.find(({ name }) => /^(windows-1252|iso-8859-1)$/i.test(name))
  const best = found.find(({ name }) => decoderOf(name) !== null)
  const better = best && best.confidence > (common?.confidence ?? 0) + CLEARLY
  return better ? best.name : 'windows-1252'
}
