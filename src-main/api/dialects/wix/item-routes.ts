import { Hono } from 'hono'
import { z } from 'zod'
import type { ApiEnv } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { malformed } from '../kit/malformed.ts'
import { readBody } from '../kit/read-request.ts'
import { readWhen } from '../kit/wire-time.ts'
import { fail } from './application-error.ts'
import { changeItem } from './change-item.ts'
import { answerItem, findItem, findOpenItem, type Found, openBook } from './find-item.ts'
import { queryItems, wireQuery } from './query-items.ts'
import { wireChange, wireItem } from './read-item.ts'
import { saveItem } from './save-item.ts'

const create = z.object({ item: wireItem })
const change = z.object({ item: wireChange })
const reschedule = z.strictObject({ scheduledDate: z.string().max(64), id: z.string().optional() })
const nothing = z.strictObject({ id: z.string().optional() })

/** Items: create a draft, query, get, update, delete, reschedule, cancel. */
export const itemRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()

  routes.post('/', async (c) => {
    const { item } = readBody(c, create)
    return answerItem(c, (await saveItem(c, await openBook(c), item, null)).id)
  })
  routes.post('/query', async (c) => queryItems(c, readBody(c, wireQuery)))
  routes.get('/:itemId', (c) => answerItem(c, c.req.param('itemId')))

  routes.patch('/:itemId', async (c) => {
    const { item } = readBody(c, change)
    const itemId = c.req.param('itemId')
    if (item.id !== undefined && item.id !== itemId) malformed(['item', 'id'], 'It is another than the address says.')
    await changeItem(c, await findOpenItem(c, itemId), item)
    return answerItem(c, itemId)
  })

  routes.delete('/:itemId', async (c) => {
    const found = await findItem(c, c.req.param('itemId'))
    if (found.post.deletedAt !== null) fail(428, 'ITEM_IS_DELETED', 'The item is already deleted.')
    await (found.post.items.length === 1
      ? ask(c.var.side, 'posts.delete', { postId: found.post.id })
      : leaveOut(c.var.side, found))
    return c.json({})
  })

  routes.post('/:itemId/reschedule', async (c) => {
    const { scheduledDate } = readBody(c, reschedule)
    const { row } = scheduled(await findOpenItem(c, c.req.param('itemId')))
    const when = readWhen(scheduledDate, 'UTC', ['scheduledDate'])
    await ask(c.var.side, 'items.reschedule', { itemId: row.id, when })
    return answerItem(c, row.id)
  })

  routes.patch('/:itemId/cancel', async (c) => {
    readBody(c, nothing)
    const { row } = scheduled(await findOpenItem(c, c.req.param('itemId')))
    await ask(c.var.side, 'items.cancel', { itemId: row.id })
    return answerItem(c, row.id)
  })

  return routes
}

/** Only what is scheduled, or held at its time, can be moved or taken back. */
const scheduled = (found: Found): Found =>
  found.row.state === 'scheduled' || found.row.state === 'waiting'
    ? found
    : fail(428, 'ITEM_IS_NOT_SCHEDULED', 'The item is not scheduled.')

/** Of a post with several targets only this one goes; what stands on its channel is history and stays. */
const leaveOut = async (side: ApiEnv['Variables']['side'], { row, post }: Found): Promise<void> => {
  if (row.state === 'published') {
    fail(428, 'ITEM_IS_PUBLISHED', 'The item is published, and its post has other targets: delete the post.')
  }
  await ask(side, 'posts.save', {
    postId: post.id,
    targets: post.items.filter(({ id }) => id !== row.id).map(({ accountId, override }) => ({ accountId, override })),
  })
}
