import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Handlers } from '../core/gate.ts'
import { failed, Refusal } from '../core/refusal.ts'
import { PACE, PACE_JITTER } from './turns.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

const inSeconds = (seconds: number) => (seconds === 0 ? ({ kind: 'now' } as const) : ({ kind: 'in', seconds } as const))

type Result = { id: string; ok: true } | { id: string; ok: false; failure: Failure }

/** The same to several, each through its own use case and for itself: one that is refused does not hold up the others. */
export const createBulkHandlers = (
  one: Pick<
    Handlers,
    | 'posts.save'
    | 'posts.get'
    | 'posts.schedule'
    | 'posts.delete'
    | 'posts.restore'
    | 'items.cancel'
    | 'items.retry'
    | 'items.reschedule'
    | 'items.get'
  > & { putBack(itemId: string): Promise<unknown> },
  { log, random }: Pick<World, 'log' | 'random'>,
) => {
  const each = async (
    ids: readonly string[],
    work: (id: string) => Promise<unknown>,
  ): Promise<{ results: Result[] }> => {
    const results: Result[] = []
    for (const id of ids) {
      try {
        await work(id)
        results.push({ id, ok: true })
      } catch (error) {
        results.push({ id, ok: false, failure: error instanceof Refusal ? error.failure : internal(error) })
      }
    }
    return { results }
  }

  const internal = (error: unknown): Failure => {
    log.error('one of several failed', { error: String(error) })
    return failed('internal', 'Posthorn met an error of its own.', 'Try this one again; the log says more.', {
      told: because('internal-one'),
    })
  }

  const retag = async (postId: string, add: readonly string[], remove: readonly string[]) => {
    const { tags } = await one['posts.get']({ postId })
    const gone = new Set(remove.map((tag) => tag.toLowerCase()))
    const kept = tags.filter((tag) => !gone.has(tag.toLowerCase()))
    const known = new Set(kept.map((tag) => tag.toLowerCase()))
    return one['posts.save']({ postId, tags: [...kept, ...add.filter((tag) => !known.has(tag.toLowerCase()))] })
  }

  /** In how many seconds each goes: an account's first at once, the others with the pause of what comes late. */
  const oneByOne = async (itemIds: readonly string[]): Promise<Map<string, number>> => {
    const found = await Promise.all(itemIds.map((itemId) => one['items.get']({ itemId }).catch(() => null)))
    const next = new Map<string, number>()
    const seconds = new Map<string, number>()
    const meant = (item: { schedule: { at: string } | null }) => Date.parse(item.schedule?.at ?? '') || 0
    for (const item of found.filter((one) => one !== null).toSorted((a, b) => meant(a) - meant(b))) {
      const at = next.get(item.accountId) ?? 0
      seconds.set(item.id, at)
      next.set(item.accountId, at + (PACE + Math.round(random() * PACE_JITTER)) / 1000)
    }
    return seconds
  }

  return {
    'posts.bulk': ({ postIds, action }) =>
      each(postIds, (postId) => {
        switch (action.kind) {
          case 'schedule':
            return one['posts.schedule']({ postId, when: action.when })
          case 'delete':
            return one['posts.delete']({ postId })
          case 'restore':
            return one['posts.restore']({ postId })
          case 'tag':
            return retag(postId, action.add, action.remove)
        }
      }),
    'items.bulk': async ({ itemIds, action }) => {
      const seconds = action.kind === 'publish-now' ? await oneByOne(itemIds) : new Map<string, number>()
      return each(itemIds, (itemId) => {
        switch (action.kind) {
          case 'cancel':
            return one['items.cancel']({ itemId })
          case 'retry':
            return one['items.retry']({ itemId })
          case 'reschedule':
            return one['items.reschedule']({ itemId, when: action.when })
          case 'publish-now':
            return one['items.reschedule']({ itemId, when: inSeconds(seconds.get(itemId) ?? 0) })
          case 'put-back':
            return one.putBack(itemId)
        }
      })
    },
  } satisfies Partial<Handlers>
}
