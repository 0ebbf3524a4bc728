import { z } from 'zod'
import type { Log } from '../../core/ports.ts'
import type { SessionSlot } from '../channel.ts'

const kept = z.object({
  sent: z.array(
    z.object({
      /** The part it is. */
      key: z.string(),
      id: z.string(),
      /** When it stood, in milliseconds since 1970. */
      at: z.number(),
      /** Not everybody sees it: some servers do not list it among the account's posts. */
      hidden: z.boolean(),
    }),
  ),
})
export type Sent = z.infer<typeof kept>['sent'][number]

/**
 * Which post on the server is which part of ours, for the latest of them: so that of two posts with the same words each
 * finds its own. It only helps: where it is lost, posts are still found by their words.
 */
export type Memory = {
  recall(slot: SessionSlot): Promise<Sent[]>
  keep(slot: SessionSlot, sent: Sent): Promise<void>
}

const KEPT = 200

const loadAll = async (slot: SessionSlot): Promise<object> => {
  try {
    return z.looseObject({}).parse(JSON.parse((await slot.load()) ?? ''))
  } catch {
    return {}
  }
}

export const createMemory = (log: Log): Memory => {
  let writing = Promise.resolve()
  const recall = async (slot: SessionSlot): Promise<Sent[]> => {
    const value = await slot.load()
    try {
      return kept.parse(JSON.parse(value ?? '')).sent
    } catch {
      return []
    }
  }
  const add = async (slot: SessionSlot, sent: Sent) => {
    const others = (await recall(slot)).filter(({ key }) => key !== sent.key)
    // A sign-in in the browser keeps its token in the same slot.
    await slot.save(JSON.stringify({ ...(await loadAll(slot)), sent: [...others, sent].slice(-KEPT) }))
  }
  return {
    recall,
    // One after the other: two posts of an account may be sent at once.
    keep: (slot, sent) => {
      writing = writing
        .then(() => add(slot, sent))
        .catch((error: unknown) => log.warn('a sent post could not be remembered', { error: String(error) }))
      return writing
    },
  }
}
