import { z } from 'zod'
import type { Clock } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'
import type { Millis } from '../../core/records.ts'

/** What a post can be found by beside its text: none of its requests left before that time. Meta keeps no keys. */
const marker = z.object({ from: z.number() })

export const makeMarker = (clock: Clock): string => JSON.stringify({ from: clock.now() })

/** By how much a post may seem older than the request that made it: clocks differ. */
const SLACK: Millis = 120_000

/** From when on what the account posted may be this. */
export const earliestOf = (value: string | null): Millis => {
  try {
    return marker.parse(JSON.parse(value ?? '')).from - SLACK
  } catch {
    return refuse('internal', 'The post has lost the time it was to be found by.', 'Duplicate the post and send that.')
  }
}

/** Whether two texts are the same to a reader: networks trim and join spaces. */
export const sameWords = (one: string, other: string): boolean => plain(one) === plain(other)

const plain = (text: string) => text.normalize('NFC').replace(/\s+/g, ' ').trim()
