import { z } from 'zod'
import type { Clock, Random } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'

/**
 * What a post can be found by: a key that goes with each of its requests, and a time (milliseconds since 1970) before
 * which none of them left. The key alone is no proof: some servers make two posts of one key, and those that heed it
 * forget it in an hour.
 */
const marker = z.object({ key: z.string().min(1), from: z.number() })
export type Marker = z.infer<typeof marker>

/** Makes a marker that no other post has. */
export const makeMarker = (clock: Clock, random: Random): string => {
  const digits = Array.from({ length: 4 }, () => Math.floor(random() * 2 ** 32).toString(36))
  return JSON.stringify({ key: `posthorn-${digits.join('')}`, from: clock.now() } satisfies Marker)
}

export const readMarker = (value: string | null): Marker => {
  try {
    return marker.parse(JSON.parse(value ?? ''))
  } catch {
    return refuse('internal', 'The post has lost the key it was to be found by.', 'Duplicate the post and send that.')
  }
}

/** The key of one part of a thread. */
export const keyOf = ({ key }: Marker, index: number): string => `${key}-${index}`
