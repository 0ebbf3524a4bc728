import { z } from 'zod'
import type { UploadNotes } from '../channel.ts'

/*
 * Where a network keeps no keys, what an item made is told by its words from what stood there before with the same ones.
 * No clock is asked: neither ours nor theirs has to be right.
 */

const NOTE = 'alike-before'
const noted = z.array(z.string())

type Alike<P> = () => Promise<readonly P[]>

/**
 * Before anything is sent: what an attempt before this one made, or null. The first time it writes down what is alike and
 * is not this item's. `alike` asks for what stands with the same words.
 */
export const findOrNote = async <P extends { id: string | number }>(
  notes: UploadNotes,
  alike: Alike<P>,
): Promise<P | null> => {
  const before = await notes.read(NOTE)
  if (before !== null) return madeSince(before, await alike())
  const ids = (await alike()).map(({ id }) => String(id))
  await notes.write(NOTE, JSON.stringify(ids))
  return null
}

/** Afterwards: what was made, or null. Where nothing was written down, nothing was sent. */
export const findMade = async <P extends { id: string | number }>(
  notes: UploadNotes,
  alike: Alike<P>,
): Promise<P | null> => {
  const before = await notes.read(NOTE)
  return before === null ? null : madeSince(before, await alike())
}

const madeSince = <P extends { id: string | number }>(before: string, found: readonly P[]): P | null => {
  const known = new Set(noted.parse(JSON.parse(before)))
  return found.find(({ id }) => !known.has(String(id))) ?? null
}
