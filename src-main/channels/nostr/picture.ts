import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import { pictureAddress } from '../kit/picture-address.ts'
import type { Circle } from './circle.ts'

/** What one tells of oneself (NIP-01). */
const METADATA = 0
/** Nobody waits longer for a picture, in milliseconds. */
const PATIENCE = 3_000
const metadata = z.object({ picture: pictureAddress })

/** Where the key's picture is, by the newest that a relay has of it; undefined where none could be asked. */
export const findPicture = async (circle: Circle, pubkey: string): Promise<string | null | undefined> => {
  const asked = circle.query({ kinds: [METADATA], authors: [pubkey], limit: 1 }, 1)
  const answers = await Promise.race([asked, setTimeout(PATIENCE, [], { ref: false })])
  if (answers.every(({ events }) => events === null)) return undefined
  const [newest] = answers.flatMap(({ events }) => events ?? []).toSorted((a, b) => b.created_at - a.created_at)
  return newest ? pictureIn(newest.content) : null
}

const pictureIn = (content: string): string | null => {
  try {
    return metadata.parse(JSON.parse(content)).picture
  } catch {
    return null
  }
}
