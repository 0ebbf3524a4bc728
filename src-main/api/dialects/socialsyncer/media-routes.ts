import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { Media } from '../../../../src-preload/contract/model/media.ts'
import type { ApiEnv } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { readUpload } from '../kit/read-upload.ts'
import { mediaAddress, takeMedia } from '../kit/media-address.ts'
import { readBody } from '../kit/read-request.ts'
import { typeOf } from './post-view.ts'

const byAddress = z.strictObject({ url: z.url({ protocol: /^https?$/ }).max(2000) })

/** Media: a file in a form, or one at an address. What comes back goes into `mediaItems` as it is. */
export const mediaRoutes = (): Hono<ApiEnv> => {
  const routes = new Hono<ApiEnv>()
  routes.post('/', async (c) => c.json(view(c, await taken(c)), 201))
  routes.get('/:mediaId', async (c) =>
    c.json(view(c, await ask(c.var.side, 'media.get', { mediaId: c.req.param('mediaId') }))),
  )
  return routes
}

const taken = async (c: Context<ApiEnv>): Promise<Media> =>
  (await readUpload(c)) ?? takeMedia(c, readBody(c, byAddress).url)

const view = (c: Context<ApiEnv>, media: Media) => ({
  id: media.id,
  type: typeOf(media.mime),
  url: mediaAddress(c, media.id),
  filename: media.name,
  contentType: media.mime,
  size: media.size,
  width: media.width,
  height: media.height,
})
