import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import { refuse } from '../../core/refusal.ts'
import type { ChannelTools } from '../channel.ts'

/** What a post can be found by: a key of its own, and a time before which it was not there. */
const marker = z.object({ key: z.string().min(1), from: z.number() })
type Marker = { key: string; from: Millis }

const LENGTH = 20

export const makeMarker = ({ clock, random }: ChannelTools): string => {
  const letters = Array.from({ length: LENGTH }, () => Math.floor(random() * 36).toString(36))
  return JSON.stringify({ key: `posthorn-${letters.join('')}`, from: clock.now() } satisfies Marker)
}

export const readMarker = (value: string | null): Marker => {
  try {
    return marker.parse(JSON.parse(value ?? ''))
  } catch {
    return refuse('internal', 'The post has lost what it was to be found by.', 'Duplicate the post and send that.')
  }
}
