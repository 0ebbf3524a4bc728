import { createHash } from 'node:crypto'
import type { Answer, Side } from '../../api-env.ts'
import { failedInEnglish, Refusal } from '../../../core/refusal.ts'

/** Does something once for each key of a caller's, however often and however many at a time it asks. */
export type Once = (side: Side, once: string, request: string, work: () => Promise<Answer>) => Promise<Answer>

/**
 * The first call works and its answer is kept; later ones, after a restart too, get the same. Another request under the
 * same key is refused with `once-conflict`. Only what succeeded is kept: a refused request has made nothing.
 */
export const createOnce = (): Once => {
  const underWay = new WeakMap<Side, Map<string, Promise<Kept>>>()
  return async (side, once, request, work) => {
    const hash = createHash('sha256').update(request).digest('hex')
    const running = underWay.get(side) ?? new Map<string, Promise<Kept>>()
    underWay.set(side, running)
    const twin = running.get(once)
    if (twin !== undefined) return replay(await twin, hash)
    const first = firstTime(side, once, hash, work)
    running.set(once, first)
    try {
      return replay(await first, hash)
    } finally {
      running.delete(once)
    }
  }
}

/** An answer, and what was asked for when it was given. */
type Kept = { hash: string; answer: Answer }

const firstTime = async (side: Side, once: string, hash: string, work: () => Promise<Answer>): Promise<Kept> => {
  const before = await side.answers.find(once)
  if (before !== null) return { ...(JSON.parse(before.body) as Kept) }
  const kept = { hash, answer: await work() }
  await side.answers.keep(once, { status: kept.answer.status, body: JSON.stringify(kept) })
  return kept
}

const replay = (kept: Kept, hash: string): Answer => {
  if (kept.hash === hash) return kept.answer
  throw new Refusal(
    failedInEnglish(
      'once-conflict',
      'This key was already used for another request.',
      'Use a new key for a new request; the same one only to repeat it.',
    ),
  )
}
