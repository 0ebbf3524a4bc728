import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected, Destinations, Mentions } from '../channel.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { outcomeOf, refusalOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { communityNamed } from './posts.ts'
import { openServer } from './server.ts'
import type { LemmySettings } from './settings.ts'

const person = z.object({
  id: z.int(),
  name: z.string(),
  display_name: z.string().nullish(),
  avatar: pictureAddress,
  actor_id: z.string().optional(),
  ap_id: z.string().optional(),
})

const community = z.object({
  id: z.int(),
  name: z.string(),
  title: z.string(),
  actor_id: z.string().optional(),
  ap_id: z.string().optional(),
})

const site = z.object({
  site_view: z.object({
    local_site: z.object({ slur_filter_regex: z.string().nullish(), enable_nsfw: z.boolean().default(true) }),
    local_site_rate_limit: z
      .object({ post: z.number().positive(), post_per_second: z.number().positive() })
      .partial()
      .optional(),
  }),
  my_user: z
    .object({
      local_user_view: z.object({ person }),
      follows: z.array(z.object({ community })).default([]),
    })
    .nullish(),
})

/** Who this is, whether the community is there, and what the server limits. */
export const connect = async (
  access: Access<LemmySettings>,
  tools: ChannelTools,
): Promise<Connected<LemmySettings>> => {
  try {
    const server = openServer(access)
    const { site_view: about, my_user: me } = await server.ask(site, 'GET', '/api/v3/site')
    if (!me) return refuse('wrong-credentials', NOBODY, 'Paste a new token, or the password.', { field: 'secret' })
    const { id, name, avatar } = me.local_user_view.person
    await communityNamed(access.settings.community, access.settings, server)
    const { post = 6, post_per_second: seconds = 600 } = about.local_site_rate_limit ?? {}
    const told = {
      personId: id,
      person: name,
      slurs: about.local_site.slur_filter_regex || null,
      nsfw: about.local_site.enable_nsfw,
      pause: Math.ceil(seconds / post),
    }
    const { host } = new URL(access.settings.server)
    return { kind: 'valid', identity: `@${name}@${host}`, settings: { ...access.settings, told }, picture: avatar }
  } catch (error) {
    return refusalOf(error, await mannersOf(access, tools), tools)
  }
}

const NOBODY = 'The server does not know whose token this is.'

/** The communities the account is subscribed to. */
export const destinations = async (access: Access<LemmySettings>, tools: ChannelTools): Promise<Destinations> => {
  try {
    const { my_user: me } = await openServer(access).ask(site, 'GET', '/api/v3/site')
    const entries = (me?.follows ?? []).map(({ community: { id, title, name, actor_id, ap_id } }) => ({
      id: String(id),
      name: `${title} (!${name}@${hostOf(actor_id ?? ap_id, access.settings)})`,
    }))
    return { kind: 'known', entries }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}

const people = z.object({ users: z.array(z.object({ person })) })
/** How many are offered at once. */
const MOST = 8

/** Whom of those that the server knows a name being typed may mean. */
export const findMentions = async (
  access: Access<LemmySettings>,
  typed: string,
  tools: ChannelTools,
): Promise<Mentions> => {
  try {
    const query = { q: typed.replace(/^@/, ''), type_: 'Users', sort: 'TopAll', listing_type: 'All', limit: MOST }
    const { users } = await openServer(access).ask(people, 'GET', '/api/v3/search', { query })
    const entries = users.slice(0, MOST).map(({ person: { id, name, display_name: shown, actor_id, ap_id } }) => {
      const handle = `@${name}@${hostOf(actor_id ?? ap_id, access.settings)}`
      return { id: String(id), name: shown?.trim() || name, handle, insert: handle }
    })
    return { kind: 'known', entries }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, await mannersOf(access, tools), tools).failure }
  }
}

const hostOf = (page: string | undefined, { server }: LemmySettings): string =>
  new URL(page !== undefined && URL.canParse(page) ? page : server).host
