import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { When } from '../../../../src-preload/contract/model/post.ts'
import type { ApiEnv } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { atRest } from '../kit/at-rest.ts'
import { checked, readBody } from '../kit/read-request.ts'
import { readWhen } from '../kit/wire-time.ts'
import { itemError } from './answer-failure.ts'
import { answerItem, findItem, findOpenItem, openBook } from './find-item.ts'
import { itemView } from './item-view.ts'
import { type WireItem, wireItem } from './read-item.ts'
import { saveItem } from './save-item.ts'

const whole = z.object({ item: wireItem })
const byId = z.strictObject({ id: z.string().min(1).max(200), scheduledDate: z.string().max(64).nullish() })
const several = z.object({ items: z.array(z.unknown()).min(1).max(100, 'At most 100 items at once.') })

/** Publishing: a whole item, one made before, or up to a hundred, each for itself. */
export const publishRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()

  routes.post('/publish', async (c) => {
    const { item: wire } = readBody(c, whole)
    const item = await saveItem(c, await openBook(c), wire, whenOf(wire, ['item']))
    await settled(c, wire.schedulingInfo?.scheduledDate, item.postId)
    return answerItem(c, item.id)
  })

  routes.post('/publish-by-id', async (c) => {
    const { id, scheduledDate } = readBody(c, byId)
    const { row } = await findOpenItem(c, id)
    const when: When = scheduledDate == null ? { kind: 'now' } : readWhen(scheduledDate, 'UTC', ['scheduledDate'])
    await ask(c.var.side, 'posts.schedule', { postId: row.postId, when, accountIds: [row.accountId] })
    await settled(c, scheduledDate, row.postId)
    return answerItem(c, id)
  })

  routes.post('/bulk/publish', async (c) => {
    const { items } = readBody(c, several)
    const book = await openBook(c)
    const made = []
    for (const [index, item] of items.entries()) made.push(await attempt(c, book, item, index))
    await Promise.all(made.map(async (one) => ('postId' in one ? settled(c, one.scheduledDate, one.postId) : null)))
    const results = await Promise.all(made.map((one, index) => result(c, book, one, index)))
    const failures = made.filter((one) => 'error' in one).length
    return c.json({
      results,
      bulkActionMetadata: {
        totalSuccesses: results.length - failures,
        totalFailures: failures,
        undetailedFailures: 0,
      },
    })
  })

  return routes
}

type Attempt =
  | { itemId: string; postId: string; scheduledDate: string | null | undefined }
  | { error: ReturnType<typeof itemError> }

const attempt = async (c: Context<ApiEnv>, book: AccountBook, item: unknown, index: number): Promise<Attempt> => {
  try {
    const wire = checked(wireItem, item)
    const path = ['items', index]
    const made = await saveItem(c, book, wire, whenOf(wire, path.map(String)), path)
    return { itemId: made.id, postId: made.postId, scheduledDate: wire.schedulingInfo?.scheduledDate }
  } catch (error) {
    return { error: itemError(error) }
  }
}

const result = async (c: Context<ApiEnv>, book: AccountBook, made: Attempt, originalIndex: number) =>
  'error' in made
    ? { itemMetadata: { originalIndex, success: false, error: made.error } }
    : {
        itemMetadata: { id: made.itemId, originalIndex, success: true },
        item: await itemView(c, book, (await findItem(c, made.itemId)).row),
      }

/** A date in the item schedules it; without one it is published at once. */
const whenOf = (wire: WireItem, path: readonly string[]): When =>
  wire.schedulingInfo?.scheduledDate == null
    ? { kind: 'now' }
    : readWhen(wire.schedulingInfo.scheduledDate, 'UTC', [...path, 'schedulingInfo', 'scheduledDate'])

/** What is published at once is answered when it came to a rest, so that its status is true. */
const settled = async (c: Context<ApiEnv>, scheduledDate: string | null | undefined, postId: string): Promise<void> => {
  if (scheduledDate == null) await atRest(c.var.side, postId, c.req.raw.signal)
}
