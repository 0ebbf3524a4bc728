import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Lookup, Work } from '../channel.ts'
import { unknownOf } from '../meta/failures.ts'
import { earliestOf, sameWords } from '../meta/marker.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { manners, openPage, type Page } from './page.ts'
import { knownPhotos } from './photos.ts'
import { readPosts, remoteOf, targetsOf } from './posts.ts'
import { kindOf } from './publish.ts'
import type { Desk } from './settings.ts'
import { findVideo } from './videos.ts'

type Sending = Work<FacebookAppSettings>

/**
 * Whether the post arrived. Exact for what has files: photos and videos are known by the ids that Facebook gave them
 * before the post was made. A mere text is known by its words and its time; that of another item with the same words in
 * the same minutes would be taken for it, which Facebook refuses to make (code 506).
 */
export const lookup = async (work: Sending, desk: Desk): Promise<Lookup> => {
  try {
    const page = await openPage(work, desk)
    const remote = await find(work, page)
    return remote ? { kind: 'found', remote } : { kind: 'absent' }
  } catch (error) {
    return unknownOf(error, manners(work, desk), desk.tools)
  }
}

const find = (work: Sending, page: Page): Promise<Remote | null> => {
  switch (kindOf(work.draft)) {
    case 'photo-story':
      return findStory(work, page)
    case 'feed':
      return findPost(work, page)
    case 'video':
    case 'reel':
    case 'video-story':
      return findVideo(work, page)
  }
}

const findPost = async (work: Sending, page: Page): Promise<Remote | null> => {
  const photos = await knownPhotos(work)
  // Without all of its photos no request for the post has left.
  if (work.draft.media.length > 0 && !photos) return null
  const { posts } = await readPosts(page, earliestOf(work.marker) + page.ahead)
  const one = posts
    .toReversed()
    .find((post) =>
      photos ? photos.every((id) => targetsOf(post).includes(id)) : sameWords(post.message, work.draft.text),
    )
  return one ? remoteOf(one.id, one.permalink_url) : null
}

const stories = z.object({ data: z.array(z.object({ post_id: z.coerce.string(), media_id: z.coerce.string() })) })

const findStory = async (work: Sending, page: Page): Promise<Remote | null> => {
  const photos = await knownPhotos(work)
  if (!photos) return null
  const { data } = await page.graph.ask('GET', `${page.id}/stories`, stories, { fields: 'post_id,media_id' })
  const one = data.find(({ media_id: id }) => photos.includes(id))
  return one ? remoteOf(one.post_id) : null
}
