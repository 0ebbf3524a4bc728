import { z } from 'zod'
import type { Clock, Random } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'

/*
 * Record keys are TIDs (atproto.com/specs/tid): 53 bits of microseconds, 10 bits of clock, in a base 32 that sorts.
 * They are chosen before the first attempt, so that a post can be found by its key whatever became of the answer.
 */

const DIGITS = '234567abcdefghijklmnopqrstuvwxyz'
const CLOCKS = 1024
/** Microseconds left free after each marker, for the further parts of a text that grows. */
const ROOM = 1000n

/** Makes markers: the keys for so many parts. No two calls share a key. */
export const createKeyMaker = (clock: Clock, random: Random): ((parts: number) => string) => {
  const clockId = BigInt(Math.floor(random() * CLOCKS))
  let free = 0n
  return (parts) => {
    const now = BigInt(clock.now()) * 1000n
    const first = now > free ? now : free
    free = first + BigInt(parts) + ROOM
    return JSON.stringify({
      rkeys: Array.from({ length: parts }, (_, index) => encode(((first + BigInt(index)) << 10n) | clockId)),
    })
  }
}

const marker = z.object({ rkeys: z.array(z.string().regex(/^[2-7a-z]{13}$/)).min(1) })

/**
 * The keys in a marker, as many as there are parts now. A text that grew since gets further ones, always the same; one
 * that shrank leaves the last unused.
 */
export const readKeys = (value: string | null, parts: number): string[] => {
  const { rkeys } = parse(value)
  const last = decode(rkeys.at(-1) ?? '')
  return Array.from({ length: parts }, (_, index) => {
    const beyond = BigInt(index - rkeys.length + 1)
    return rkeys[index] ?? encode(last + (beyond << 10n))
  })
}

const parse = (value: string | null): z.infer<typeof marker> => {
  try {
    return marker.parse(JSON.parse(value ?? ''))
  } catch {
    return refuse('internal', 'The post has lost the key it was to be found by.', 'Duplicate the post and send that.')
  }
}

/** When a key was made, in milliseconds since 1970; null for one of another kind. */
export const timeOfKey = (rkey: string): number | null =>
  /^[2-7a-z]{13}$/.test(rkey) ? Number(decode(rkey) >> 10n) / 1000 : null

const encode = (value: bigint): string => {
  let key = ''
  for (let rest = value; key.length < 13; rest >>= 5n) key = (DIGITS[Number(rest & 31n)] ?? '') + key
  return key
}

const decode = (key: string): bigint =>
  key.split('').reduce((value, digit) => (value << 5n) | BigInt(DIGITS.indexOf(digit)), 0n)
