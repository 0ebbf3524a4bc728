import { z } from 'zod'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, Connected, NativePost, ReadBack } from '../channel.ts'
import { withTitle } from '../kit/article/read-article.ts'
import { pictureAddress } from '../kit/picture-address.ts'
import { outcomeOf, refusalOf } from '../kit/request-failures.ts'
import { type Article, isLast, listOwn, remoteOf } from './articles.ts'
import { mannersOf } from './failures.ts'
import type { ForemSettings } from './settings.ts'
import { openSite } from './site.ts'

const person = z.object({ username: z.string().min(1), profile_image: pictureAddress })

/** Whose key it is. */
export const connect = async (
  access: Access<ForemSettings>,
  tools: ChannelTools,
): Promise<Connected<ForemSettings>> => {
  try {
    const { username, profile_image: picture } = await openSite(access).ask(person, 'GET', 'users/me')
    return {
      kind: 'valid',
      identity: `@${username} on ${new URL(access.settings.server).host}`,
      settings: access.settings,
      picture,
    }
  } catch (error) {
    return refusalOf(error, mannersOf(access), tools)
  }
}

const MAX_PAGES = 5

/** What the account published since then. */
export const readBack = async (
  access: Access<ForemSettings>,
  since: Millis,
  tools: ChannelTools,
): Promise<ReadBack> => {
  try {
    const site = openSite(access)
    const posts: Article[] = []
    let whole = false
    for (let page = 1; page <= MAX_PAGES && !whole; page += 1) {
      const articles = await listOwn(site, 'published', page)
      posts.push(...articles)
      whole = isLast(articles) || articles.some((one) => timeOf(one) < since)
    }
    const [oldest] = posts.slice(-1).map(timeOf)
    const young = posts.filter((one) => timeOf(one) >= since).map(nativeOf)
    return { kind: 'read', posts: young, from: whole ? since : (oldest ?? since) }
  } catch (error) {
    return { kind: 'failed', failure: outcomeOf(error, mannersOf(access), tools).failure }
  }
}

const timeOf = ({ published_at: at }: Article): Millis => Date.parse(at ?? '')

const nativeOf = (one: Article): NativePost => ({
  remote: remoteOf(one),
  text: withTitle(one.title, one.body_markdown ?? ''),
  at: timeOf(one),
  pictures: one.cover_image ? [{ url: one.cover_image, alt: '' }] : [],
})
