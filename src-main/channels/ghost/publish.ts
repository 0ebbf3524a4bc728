import { refuse } from '../../core/refusal.ts'
import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { type Article, articleOf } from '../kit/article/article-of.ts'
import { type NameMarker, readNameMarker } from '../kit/article/name-marker.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { GHOST, ghostOptions } from '../rules/ghost.ts'
import { htmlOf, type Kept } from './cards.ts'
import { mannersOf } from './failures.ts'
import { uploadMedia } from './media.ts'
import { newsletterNamed } from './newsletters.ts'
import { changePost, findMarked, isPublic, makePost, type Post, remoteOf } from './posts.ts'
import type { GhostSettings } from './settings.ts'
import { openSite, type Site } from './site.ts'

type Sending = Work<GhostSettings>
type State = { status: 'published' | 'draft' } | { status: 'scheduled'; published_at: string }

/** Publishes a post, with a newsletter if it is told to; what stands already is not sent again. */
export const publish = (work: Sending, tools: ChannelTools): Promise<Outcome> =>
  send(work, tools, { status: toldOf(work).status ?? 'published' })

/** Gives the site a post that it publishes by itself when it is time. */
export const give = (work: Sending, tools: ChannelTools): Promise<Outcome> =>
  send(work, tools, { status: 'scheduled', published_at: new Date(work.at).toISOString() })

/** Whether the post is there. One that only waits to be sent with its newsletter is `absent`: publishing goes on with it. */
export const lookup = async (work: Sending, tools: ChannelTools): Promise<Lookup> => {
  try {
    const { title } = articleOf(GHOST, work.draft)
    const found = await findMarked(await openSite(work, tools), readNameMarker(work.marker), title)
    const stands = found !== null && found !== 'taken' && !isHalf(found, work)
    return stands ? { kind: 'found', remote: remoteOf(found) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, mannersOf(work), tools).failure }
  }
}

export const toldOf = ({ draft }: Pick<Sending, 'draft'>) => ghostOptions.safeParse(draft.options).data ?? {}

/** A post is made as a draft first where a newsletter goes out with it. */
const isHalf = ({ status }: Post, work: Sending): boolean => {
  const { newsletter, status: wanted } = toldOf(work)
  return status === 'draft' && wanted !== 'draft' && newsletter !== undefined
}

const send = async (work: Sending, tools: ChannelTools, state: State): Promise<Outcome> => {
  try {
    return { kind: 'published', remote: remoteOf(await sendOnce(work, state, await openSite(work, tools))) }
  } catch (error) {
    return outcomeOf(error, mannersOf(work), tools)
  }
}

const sendOnce = async (work: Sending, state: State, site: Site): Promise<Post> => {
  const marker = readNameMarker(work.marker)
  const article = articleOf(GHOST, work.draft)
  const standing = await findMarked(site, marker, article.title)
  if (standing === 'taken') return refuseTaken(marker)
  if (standing && (isPublic(standing) || !isHalf(standing, work))) return standing
  const { newsletter: wanted, recipients = 'all' } = toldOf(work)
  const newsletter = state.status === 'draft' ? null : await newsletterNamed(site, wanted)
  const made = standing ?? (await make(work, site, marker, article, newsletter === null ? state : { status: 'draft' }))
  if (newsletter === null) return made
  work.signal.throwIfAborted()
  return changePost(site, made, state, { newsletter, email_segment: recipients })
}

const make = async (work: Sending, site: Site, marker: NameMarker, article: Article, state: State): Promise<Post> => {
  const files = await uploadMedia(work, site, marker.key)
  const { featured_image: place = 'also' } = toldOf(work)
  const featured = place === 'none' ? undefined : files.find(({ mime }) => mime.startsWith('image/'))
  const shown = place === 'only' ? files.filter((file) => file !== featured) : files
  work.signal.throwIfAborted()
  return makePost(site, {
    title: article.title,
    slug: marker.name,
    html: htmlOf(article.paragraphs, shown),
    ...state,
    ...besideOf(work),
    ...(featured && featuredAs(featured)),
  })
}

/** The site cuts what is longer to nothing at all. */
const FEATURED_ALT_MAX = 191

const featuredAs = ({ url, alt }: Kept) => ({
  feature_image: url,
  ...(alt.trim() !== '' && { feature_image_alt: alt.slice(0, FEATURED_ALT_MAX).toWellFormed() }),
})

/** What else a post is told. */
export const besideOf = (work: Pick<Sending, 'draft'>) => {
  const { excerpt, tags = [], visibility, featured } = toldOf(work)
  const names = [...new Set([...tags, ...work.draft.tags].map((tag) => tag.trim().replace(/^#/, '')))]
  const named = names.filter((name) => name !== '').map((name) => ({ name: name.toWellFormed() }))
  return {
    ...(excerpt !== undefined && { custom_excerpt: excerpt.toWellFormed() }),
    ...(named.length > 0 && { tags: named }),
    ...(visibility !== undefined && { visibility }),
    ...(featured !== undefined && { featured }),
  }
}

const refuseTaken = ({ name }: NameMarker): never =>
  refuse(
    'rejected-by-channel',
    `Another post of the site has the name ${name} in its address.`,
    'Choose another name, or leave it out.',
    { field: 'options' },
  )
