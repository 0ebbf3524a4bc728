import { refuse } from '../../core/refusal.ts'
import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { articleOf } from '../kit/article/article-of.ts'
import { type NameMarker, readNameMarker } from '../kit/article/name-marker.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { WORDPRESS, wordpressOptions } from '../rules/wordpress.ts'
import { blocksOf, type Kept } from './blocks.ts'
import { mannersOf } from './failures.ts'
import { uploadMedia } from './media.ts'
import { findMarked, type Post, remoteOf, writePost } from './posts.ts'
import type { WordPressSettings } from './settings.ts'
import { openSite, type Site } from './site.ts'
import { categoriesFor, tagsFor } from './terms.ts'

type Sending = Work<WordPressSettings>

/** Publishes a post, or puts it where its state says; what stands already is not sent again. */
export const publish = (work: Sending, tools: ChannelTools): Promise<Outcome> => {
  const { status = 'publish' } = toldOf(work)
  return send(work, tools, { status })
}

/** Gives the site a post that it publishes by itself when it is time. */
export const give = (work: Sending, tools: ChannelTools): Promise<Outcome> => {
  const date_gmt = new Date(work.at).toISOString().slice(0, 19)
  return send(work, tools, { status: 'future', date_gmt })
}

/** Whether the post is there, whatever its state. */
export const lookup = async (work: Sending, tools: ChannelTools): Promise<Lookup> => {
  try {
    const { title } = articleOf(WORDPRESS, work.draft)
    const found = await findMarked(await openSite(work), readNameMarker(work.marker), title)
    return found === null || found === 'taken' ? { kind: 'absent' } : { kind: 'found', remote: remoteOf(found) }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, mannersOf(work), tools).failure }
  }
}

export const toldOf = ({ draft }: Pick<Sending, 'draft'>) => wordpressOptions.safeParse(draft.options).data ?? {}

const send = async (work: Sending, tools: ChannelTools, state: object): Promise<Outcome> => {
  try {
    return { kind: 'published', remote: remoteOf(await sendOnce(work, state)) }
  } catch (error) {
    return outcomeOf(error, mannersOf(work), tools)
  }
}

const sendOnce = async (work: Sending, state: object): Promise<Post> => {
  const site = await openSite(work)
  const marker = readNameMarker(work.marker)
  const { title, paragraphs } = articleOf(WORDPRESS, work.draft)
  const standing = await findMarked(site, marker, title)
  if (standing === 'taken') return refuseTaken(marker)
  if (standing) return standing
  const terms = await termsOf(work, site)
  const files = await uploadMedia(work, site, marker.key)
  const { featured_image: place = 'also' } = toldOf(work)
  const featured = place === 'none' ? undefined : files.find(({ mime }) => mime.startsWith('image/'))
  const shown = place === 'only' ? files.filter((file) => file !== featured) : files
  work.signal.throwIfAborted()
  return writePost(site, 'wp/v2/posts', {
    title,
    content: blocksOf(paragraphs, shown),
    slug: marker.name,
    ...state,
    ...terms,
    ...besideOf(work),
    ...(featured && featuredAs(featured)),
  })
}

const featuredAs = ({ id }: Kept) => ({ featured_media: id })

/** Categories and tags by their numbers; what is not told is left to the site. */
export const termsOf = async (work: Pick<Sending, 'draft'>, site: Site) => {
  const { categories = [], tags = [] } = toldOf(work)
  const all = {
    categories: await categoriesFor(site, categories),
    tags: await tagsFor(site, [...tags, ...work.draft.tags]),
  }
  return {
    ...(all.categories.length > 0 && { categories: all.categories }),
    ...(all.tags.length > 0 && { tags: all.tags }),
  }
}

/** What else a post is told. */
export const besideOf = (work: Pick<Sending, 'draft'>) => {
  const { excerpt, sticky, comments } = toldOf(work)
  return {
    ...(excerpt !== undefined && { excerpt: excerpt.toWellFormed() }),
    ...(sticky !== undefined && { sticky }),
    ...(comments !== undefined && { comment_status: comments ? 'open' : 'closed' }),
  }
}

const refuseTaken = ({ name }: NameMarker): never =>
  refuse(
    'rejected-by-channel',
    `Another post of the site has the name ${name} in its address.`,
    'Choose another name, or leave it out.',
    { field: 'options' },
  )
