import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected, Permission } from '../channel.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { refusalOf } from '../kit/request-failures.ts'
import { mannersOf } from './failures.ts'
import { findRoot } from './find-root.ts'
import type { WordPressSettings } from './settings.ts'
import { openSite } from './site.ts'

const index = z.object({
  name: z.string().default(''),
  authentication: z.unknown(),
})
const user = z.object({
  id: z.int(),
  name: z.string(),
  capabilities: z.record(z.string(), z.boolean()).default({}),
  /** By the pixels of their sides; left out where the site shows none. */
  avatar_urls: z.object({ 96: z.string() }).nullable().catch(null),
})

const NEEDED: readonly [name: string, why: string][] = [
  ['edit_posts', 'To write posts.'],
  ['publish_posts', 'To publish them; without it they wait there for somebody to look at them.'],
  ['upload_files', 'To upload their pictures and videos.'],
  ['edit_published_posts', 'To change what stands.'],
  ['delete_published_posts', 'To take it down.'],
]

/** Finds the site's API, and asks it who the user is and what they may do. */
export const connect = async (
  access: Access<WordPressSettings>,
  tools: ChannelTools,
): Promise<Connected<WordPressSettings>> => {
  const { site: address, username } = access.settings
  try {
    const root = await findRoot(address, access.signal)
    const settings = { site: address, username, root }
    const site = await openSite({ ...access, settings })
    const about = await site.ask(index, 'GET', '', { query: { _fields: 'name,authentication' } })
    assertTakesPasswords(about.authentication, site.host)
    const me = await site.ask(user, 'GET', 'wp/v2/users/me', {
      query: { context: 'edit', _fields: 'id,name,capabilities,avatar_urls' },
    })
    const permissions = NEEDED.map(([name, why]): Permission => ({
      name,
      why,
      granted: me.capabilities[name] === true,
    }))
    if (!me.capabilities['edit_posts']) {
      const next = 'Ask who runs the site for the role of an author.'
      refuse('rejected-by-channel', `${me.name} may not write posts on this site.`, next, {
        field: 'settings.username',
      })
    }
    const identity = `${me.name} on ${about.name.trim() || site.host}`
    const picture = ownPicture(me.avatar_urls?.[96] ?? '')
    return { kind: 'valid', identity, settings: { ...settings, userId: me.id }, permissions, picture }
  } catch (error) {
    return refusalOf(error, mannersOf(access), tools)
  }
}

/**
 * Who has given Gravatar no picture is to have none, not the grey figure that stands for everybody; a site that does not
 * know that it is on https names Gravatar without it.
 */
const ownPicture = (told: string): string | null => {
  if (!URL.canParse(told)) return null
  const url = new URL(told)
  if (/(^|\.)gravatar\.com$/.test(url.hostname)) {
    url.protocol = 'https:'
    url.searchParams.set('d', '404')
  }
  return pictureAddress.parse(url.href)
}

/** A site says by what it lets programs in; one that says nothing of it is tried. */
const assertTakesPasswords = (authentication: unknown, host: string): void => {
  const isTold = typeof authentication === 'object' && authentication !== null && !Array.isArray(authentication)
  const isEmpty = Array.isArray(authentication) && authentication.length === 0
  if (!isEmpty && !(isTold && !('application-passwords' in authentication))) return
  refuse(
    'rejected-by-channel',
    `${host} takes no application passwords: it is not on https, or a plugin switches them off.`,
    'Ask who runs the site to switch them on.',
    { field: 'settings.site' },
  )
}
