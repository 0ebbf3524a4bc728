import { z } from 'zod'
import type { Clock } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'

/*
 * The id of an event is the hash of its key, time, tags and content. With the time chosen before the first attempt, the
 * same post is the same event however often it is sent, and can be asked for by its id.
 */

const marker = z.object({ createdAt: z.int().positive() })

/** Makes markers, no two of the same second: the same words twice are two events. */
export const createMarkerMaker = (clock: Clock): (() => string) => {
  let free = 0
  return () => {
    const createdAt = Math.max(Math.floor(clock.now() / 1000), free)
    free = createdAt + 1
    return JSON.stringify({ createdAt })
  }
}

/** When the post was made, in seconds since 1970. */
export const createdAtOf = (value: string | null): number => {
  try {
    return marker.parse(JSON.parse(value ?? '')).createdAt
  } catch {
    return refuse('internal', 'The post has lost what it was to be found by.', 'Duplicate the post and send that.')
  }
}
