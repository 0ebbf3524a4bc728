import type { Context } from 'hono'
import type { Media } from '../../../../src-preload/contract/model/media.ts'
import type { ApiEnv } from '../../api-env.ts'
import { ask } from './ask.ts'

/** Where Posthorn serves the bytes of a stored file to the key that asks. */
export const mediaAddress = (c: Context<ApiEnv>, mediaId: string): string =>
  new URL(`/v1/media/${mediaId}/content`, c.req.url).href

/** The file at an address: Posthorn's own as it is, any other copied in first. */
export const takeMedia = (c: Context<ApiEnv>, url: string): Promise<Media> => {
  const mediaId = ownMedia(c.req.url, url)
  return mediaId === null ? ask(c.var.side, 'media.fetch', { url }) : ask(c.var.side, 'media.get', { mediaId })
}

const ownMedia = (own: string, url: string): string | null => {
  if (!URL.canParse(url)) return null
  const { origin, pathname } = new URL(url)
  return origin === new URL(own).origin
    ? (/^\/v1\/media\/(med_[0-9A-Za-z]+)\/content$/.exec(pathname)?.[1] ?? null)
    : null
}
