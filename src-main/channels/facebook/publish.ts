import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Draft, Outcome, Work } from '../channel.ts'
import { failingOf } from '../meta/failures.ts'
import { addFirstComment } from '../meta/first-comment.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { facebookOptions } from '../rules/facebook.ts'
import { manners, openPage, type Page } from './page.ts'
import { uploadPhotos } from './photos.ts'
import { remoteOf } from './posts.ts'
import type { Desk } from './settings.ts'
import { timingOf } from './timing.ts'
import { publishShort, publishVideo } from './videos.ts'

type Sending = Work<FacebookAppSettings>

/** Sends a post to a page. */
export const publish = async (work: Sending, desk: Desk): Promise<Outcome> => {
  try {
    const page = await openPage(work, desk)
    const remote = await send(work, page, null)
    const { first_comment: words } = facebookOptions.safeParse(work.draft.options).data ?? {}
    const reservation = await addFirstComment(remote.id, words, page.graph, work, manners(work, desk), desk.tools)
    return { kind: 'published', remote, ...(reservation && { reservation }) }
  } catch (error) {
    return failingOf(error, manners(work, desk), desk.tools)
  }
}

export type Kind = 'feed' | 'video' | 'reel' | 'photo-story' | 'video-story'

/** What a draft is on Facebook. */
export const kindOf = ({ media, options }: Pick<Draft, 'media' | 'options'>): Kind => {
  const film = media[0]?.mime.startsWith('video/') ?? false
  if (options['type'] === 'STORY') return film ? 'video-story' : 'photo-story'
  if (options['type'] === 'REEL') return 'reel'
  return film ? 'video' : 'feed'
}

/** Sends it to stand now, or at a time (milliseconds since 1970) of the page's own schedule. */
export const send = (work: Sending, page: Page, when: number | null): Promise<Remote> => {
  switch (kindOf(work.draft)) {
    case 'video':
      return publishVideo(work, page, when)
    case 'reel':
      return publishShort(work, page, 'video_reels', when)
    case 'video-story':
      return publishShort(work, page, 'video_stories', when)
    case 'photo-story':
      return publishPhotoStory(work, page)
    case 'feed':
      return publishToFeed(work, page, when)
  }
}

const publishToFeed = async (work: Sending, page: Page, when: number | null): Promise<Remote> => {
  const { text, options } = work.draft
  const { link, draft } = facebookOptions.safeParse(options).data ?? {}
  const photos = await uploadPhotos(work, page, when !== null)
  const told = {
    ...(text.trim() !== '' && { message: text.toWellFormed() }),
    ...(photos.length > 0 ? { attached_media: photos.map((id) => ({ media_fbid: id })) } : { link }),
    ...timingOf(when, draft),
  }
  work.signal.throwIfAborted()
  const made = z.object({ id: z.string().min(1) })
  const { id } = await page.graph.ask('POST', `${page.id}/feed`, made, told, { writes: true })
  return remoteOf(id)
}

const publishPhotoStory = async (work: Sending, page: Page): Promise<Remote> => {
  const [photo] = await uploadPhotos(work, page, false)
  const made = z.object({ success: z.literal(true), post_id: z.coerce.string() })
  const told = { photo_id: photo }
  const { post_id: id } = await page.graph.ask('POST', `${page.id}/photo_stories`, made, told, { writes: true })
  return remoteOf(id)
}
