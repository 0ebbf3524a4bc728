import { z } from 'zod'
import type { Clock } from '../../core/ports.ts'
import { refuse } from '../../core/refusal.ts'

/*
 * The id of an event is the hash of its key, time, tags and content. With the time chosen before the first attempt, the
 * same post is the same event however often it is sent, and can be asked for by its id.
 */

const marker = z.object({ createdAt: z.int().positive() })

/** Makes markers. The same words get another second each time: sent twice on purpose, they are two events. */
export const createMarkerMaker = (clock: Clock): ((text: string) => string) => {
  /** By text, the first second that is free for it. */
  const free = new Map<string, number>()
  return (text) => {
    const now = Math.floor(clock.now() / 1000)
    for (const [known, second] of free) if (second <= now) free.delete(known)
    const createdAt = free.get(text) ?? now
    free.set(text, createdAt + 1)
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
