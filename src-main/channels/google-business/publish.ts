import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { offerMedia } from '../check/offer-media.ts'
import { googleManners } from '../google/failures.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { type SignedRequests, signRequests } from '../kit/oauth/signed-requests.ts'
import { askUntil } from '../kit/pauses.ts'
import { changeOf, outcomeOf } from '../kit/request-failures.ts'
import { GOOGLE_BUSINESS } from '../rules/google-business.ts'
import { bodyOf, contentOf, findPost, type LocalPost, localPost, locationOf, postUrl, remoteOf } from './local-posts.ts'
import type { GoogleBusinessSettings } from './settings.ts'
import { BUSINESS_WORDS } from './words.ts'

type Signed = OAuth<GoogleBusinessSettings>

/** Google looks a post over for some seconds, at times longer: it is asked for so long, in milliseconds. */
const PROCESSING = 10_000

/** Makes a post at a location. */
export const publish = async (
  work: Work<GoogleBusinessSettings>,
  tools: ChannelTools,
  oauth: Signed,
): Promise<Outcome> => {
  const requests = signRequests(work, oauth)
  try {
    const location = locationOf(work)
    const [image] = work.draft.media
    const photo = image && { mediaFormat: 'PHOTO', sourceUrl: await offerMedia(work, image, GOOGLE_BUSINESS) }
    const json = { ...bodyOf(work.draft), ...(photo && { media: [photo] }) }
    const url = postUrl(work.settings, `${location}/localPosts`)
    const made = await requests.read(url, localPost, { method: 'POST', json, writes: true })
    return { kind: 'published', remote: remoteOf(await untilLookedOver(work, made, requests)) }
  } catch (error) {
    return outcomeOf(error, await googleManners(work, BUSINESS_WORDS, tools), tools)
  }
}

/** Waits a while for Google to show the post; refuses what it does not show. */
const untilLookedOver = async (
  work: Work<GoogleBusinessSettings>,
  made: LocalPost,
  requests: SignedRequests,
): Promise<LocalPost> => {
  let latest = made
  const ask = async () => {
    if (latest.state === 'PROCESSING') latest = await requests.read(postUrl(work.settings, made.name), localPost)
    return latest.state === 'PROCESSING' ? null : latest
  }
  // It stands whether or not it can be asked now.
  await askUntil(ask, PROCESSING, work.signal).catch(() => null)
  if (latest.state === 'REJECTED') {
    refuse(
      'rejected-by-channel',
      'Google has looked the post over and does not show it.',
      'Take out what breaks its rules for posts (telephone numbers, prices of drugs, and the like), and duplicate it.',
      { detail: `${made.name} ${latest.state}` },
    )
  }
  return latest
}

/** Asks for a post with these very words at the location. */
export const lookup = async (
  work: Work<GoogleBusinessSettings>,
  tools: ChannelTools,
  oauth: Signed,
): Promise<Lookup> => {
  try {
    const found = await findPost(work, signRequests(work, oauth))
    return found ? { kind: 'found', remote: remoteOf(found) } : { kind: 'absent' }
  } catch (error) {
    const { failure } = outcomeOf(error, await googleManners(work, BUSINESS_WORDS, tools), tools)
    return { kind: 'unknown', failure }
  }
}

/** Gives a post other words, dates and buttons; its photo and its topic stay. */
export const edit = async (
  work: Work<GoogleBusinessSettings>,
  remote: Remote,
  tools: ChannelTools,
  oauth: Signed,
): Promise<Change> => {
  try {
    const json = contentOf(work.draft)
    const url = postUrl(work.settings, remote.id, { updateMask: Object.keys(json).join(',') })
    await signRequests(work, oauth).read(url, localPost, { method: 'PATCH', json, writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await googleManners(work, BUSINESS_WORDS, tools), tools)
  }
}

/** Takes a post down; what is gone already is taken down. */
export const unpublish = async (
  work: Work<GoogleBusinessSettings>,
  remote: Remote,
  tools: ChannelTools,
  oauth: Signed,
): Promise<Change> => {
  try {
    const url = postUrl(work.settings, remote.id)
    await signRequests(work, oauth).ask(url, { method: 'DELETE', also: [404], writes: true })
    return { kind: 'done', remote }
  } catch (error) {
    return changeOf(error, await googleManners(work, BUSINESS_WORDS, tools), tools)
  }
}
