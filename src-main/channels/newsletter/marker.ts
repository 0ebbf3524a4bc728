import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock, Random } from '../../core/ports.ts'
import type { Millis } from '../../core/records.ts'
import { refuse } from '../../core/refusal.ts'

/** What all messages of one post have in common, chosen before the first is sent. */
export type Edition = { seed: string; since: Millis }

const marker = z.object({ seed: z.string().min(8), since: z.int() })

export const makeMarker = (clock: Clock, random: Random): string => {
  const since = clock.now()
  return JSON.stringify({ seed: `${since.toString(36)}-${random().toString(36).slice(2)}-posthorn`, since })
}

export const editionOf = (value: string | null): Edition => {
  try {
    return marker.parse(JSON.parse(value ?? ''))
  } catch {
    return refuse('internal', 'The post has lost the ids of its messages.', 'Duplicate the post and send that.')
  }
}

/** The first half of the Message-ID for one reader: the same at every attempt, and it does not tell who it is. */
export const messageKey = ({ seed }: Edition, itemId: string, address: string): string =>
  createHash('sha256').update([seed, itemId, address.toLowerCase()].join('\n')).digest('hex').slice(0, 40)
