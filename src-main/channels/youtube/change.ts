import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Access, Change, ChannelTools, Work } from '../channel.ts'
import { googleManners } from '../google/failures.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { type SignedRequests, signRequests } from '../kit/oauth/signed-requests.ts'
import { changeOf } from '../kit/request-failures.ts'
import { youtubeOptions } from '../rules/youtube.ts'
import type { YoutubeSettings } from './settings.ts'
import { findVideo, video, wordsOf, youtubeUrl } from './videos.ts'
import { YOUTUBE_WORDS } from './words.ts'

/** Gives a video another title and description, and tags and a category where the post names them. */
export const edit = async (
  work: Work<YoutubeSettings>,
  remote: Remote,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
): Promise<Change> => {
  const requests = signRequests(work, oauth)
  try {
    const standing = await findVideo(work, requests, remote.id)
    if (!standing?.snippet) {
      return refuse('not-found', 'The video is no longer on YouTube.', 'Duplicate the post to publish it again.')
    }
    const { tags, category_id: categoryId = standing.snippet.categoryId } =
      youtubeOptions.partial().safeParse(work.draft.options).data ?? {}
    // What is left out of a snippet is taken away from the video.
    const { defaultLanguage, defaultAudioLanguage, tags: before } = standing.snippet
    const snippet = { defaultLanguage, defaultAudioLanguage, tags: tags ?? before, categoryId, ...wordsOf(work.draft) }
    const json = { id: remote.id, snippet }
    await requests.read(youtubeUrl(work.settings, 'videos', { part: 'snippet' }), video, {
      method: 'PUT',
      json,
      writes: true,
    })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await googleManners(work, YOUTUBE_WORDS, tools), tools)
  }
}

export const unpublish = async (
  work: Work<YoutubeSettings>,
  remote: Remote,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
): Promise<Change> => {
  try {
    await takeDown(work, remote.id, signRequests(work, oauth))
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await googleManners(work, YOUTUBE_WORDS, tools), tools)
  }
}

/** What is gone already is taken down. */
export const takeDown = async (
  { settings }: Pick<Access<YoutubeSettings>, 'settings'>,
  id: string,
  requests: SignedRequests,
): Promise<void> => {
  await requests.ask(youtubeUrl(settings, 'videos', { id }), { method: 'DELETE', also: [404], writes: true })
}
