import { z } from 'zod'
import type { Access, ChannelTools, Connected } from '../channel.ts'
import { refusalOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import type { GhostSettings } from './settings.ts'
import { findSite, openSite } from './site.ts'

/** Finds the site's API, and asks for what only a key that is in order is shown. */
export const connect = async (
  access: Access<GhostSettings>,
  tools: ChannelTools,
): Promise<Connected<GhostSettings>> => {
  try {
    const { root, title, url, icon } = await findSite(access.settings.site, access.signal)
    const settings = { site: access.settings.site, root }
    const site = await openSite({ ...access, settings }, tools)
    await site.ask(z.object({ posts: z.array(z.unknown()) }), 'GET', 'posts/', { query: { limit: '1', fields: 'id' } })
    return { kind: 'valid', identity: title.trim() || new URL(url).host, settings, picture: icon }
  } catch (error) {
    return refusalOf(error, mannersOf(access), tools)
  }
}
