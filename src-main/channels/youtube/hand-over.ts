import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { failed, refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Followed, HandOver, Outcome, Work } from '../channel.ts'
import { googleManners } from '../google/failures.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { signRequests } from '../kit/oauth/signed-requests.ts'
import { changeOf, outcomeOf } from '../kit/request-failures.ts'
import { takeDown } from './change.ts'
import { lookup, publish } from './publish.ts'
import type { YoutubeSettings } from './settings.ts'
import { findVideo, remoteOf } from './videos.ts'
import { YOUTUBE_WORDS } from './words.ts'

/** It is uploaded before, and worked on there: so long before its time at least, in milliseconds. */
const LEAST = 15 * 60_000

/** YouTube's own schedule: a private video that it makes public at its time. */
export const handOver = (tools: ChannelTools, oauth: OAuth<YoutubeSettings>): HandOver<YoutubeSettings> => ({
  least: LEAST,
  give: (work) => give(work, tools, oauth),
  // The upload itself is asked what came of it, whoever may see that.
  find: (work) => lookup(work, tools, oauth),
  follow: (work, held) => follow(work, held, tools, oauth),
  takeBack: (work, held) => takeBack(work, held, tools, oauth),
})

const give = async (
  work: Work<YoutubeSettings>,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
): Promise<Outcome> => {
  const { privacy_status: asked = 'public' } = work.draft.options
  if (asked === 'public') return publish(work, tools, oauth, work.at)
  const failure = failed(
    'channel-unsupported',
    'YouTube’s own schedule makes videos public, and this one is not to be.',
    'Let Posthorn publish it at its time, or choose that everybody sees it.',
    { field: 'options' },
  )
  return { kind: 'rejected', failure }
}

const follow = async (
  work: Work<YoutubeSettings>,
  held: Remote,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
): Promise<Followed> => {
  try {
    const found = await findVideo(work, signRequests(work, oauth), held.id)
    const { privacyStatus, publishAt, uploadStatus } = found?.status ?? {}
    if (!found || uploadStatus === 'deleted') return { kind: 'gone' }
    if (privacyStatus !== 'private') return { kind: 'published', remote: remoteOf(found.id, work.draft) }
    if (uploadStatus === 'failed' || uploadStatus === 'rejected') return { kind: 'unknown', failure: UNUSABLE }
    // A time that is over: YouTube is about to show it. No time: someone took it from the schedule there.
    return publishAt === undefined ? { kind: 'gone' } : { kind: 'held' }
  } catch (error) {
    const { failure } = outcomeOf(error, await googleManners(work, YOUTUBE_WORDS, tools), tools)
    return { kind: 'unknown', failure }
  }
}

const UNUSABLE = failed(
  'rejected-by-channel',
  'YouTube holds the video, but cannot use it.',
  'Look in YouTube Studio what is wrong with it.',
)

const takeBack = async (
  work: Work<YoutubeSettings>,
  held: Remote,
  tools: ChannelTools,
  oauth: OAuth<YoutubeSettings>,
): Promise<Change> => {
  const requests = signRequests(work, oauth)
  try {
    const found = await findVideo(work, requests, held.id)
    if (found && found.status?.privacyStatus !== 'private') {
      refuse('illegal-transition', 'YouTube has published the video already.', 'Take it down there if it must go.')
    }
    await takeDown(work, held.id, requests)
    return { kind: 'done', remote: held }
  } catch (error) {
    return changeOf(error, await googleManners(work, YOUTUBE_WORDS, tools), tools)
  }
}
