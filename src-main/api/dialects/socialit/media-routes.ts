import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Media } from '../../../../src-preload/contract/model/media.ts'
import type { ApiEnv } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { takeMedia } from '../kit/media-address.ts'
import { readBody } from '../kit/read-request.ts'
import { readUpload } from '../kit/read-upload.ts'
import { mediaView } from './post-view.ts'

const byAddress = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) })

/** Media: a file in a form, or one at an address; its id goes into `media_ids`. */
export const mediaRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()
  routes.post('/', async (c) => c.json({ media: mediaView(await taken(c)) }, 201))
  routes.get('/:mediaId', async (c) =>
    c.json({ media: mediaView(await ask(c.var.side, 'media.get', { mediaId: c.req.param('mediaId') })) }),
  )
  return routes
}

const taken = async (c: Context<ApiEnv>): Promise<Media> =>
  (await readUpload(c)) ?? takeMedia(c, readBody(c, byAddress).url)
