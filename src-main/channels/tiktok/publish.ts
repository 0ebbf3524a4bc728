import type { Millis } from '../../core/records.ts'
import { failed, refuse } from '../../core/refusal.ts'
import type { Access, ChannelTools, Connected, Lookup, Outcome, Work } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import { openMedia } from '../check/open-media.ts'
import { askUntil } from '../kit/pauses.ts'
import { outcomeOf, refusalOf } from '../kit/request-failures.ts'
import { TIKTOK } from '../rules/tiktok.ts'
import { askCreator, askState, openTiktok, type State, type TiktokApi } from './api.ts'
import { mannersOf, outcomeFor } from './failures.ts'
import { type HandedIn, readHandedIn } from './handed-in.ts'
import { filesOf, handInPhotos } from './photos.ts'
import { postInfoOf, toldIn, videoIn, wordsOf } from './post-info.ts'
import type { TiktokSettings } from './settings.ts'
import { beginVideo, sendVideo } from './video.ts'

/** TikTok works on a post for minutes: it is asked for so long, in milliseconds; then by `lookup`. */
const PROCESSING = 5 * 60_000

const DONE = new Set(['PUBLISH_COMPLETE', 'SEND_TO_USER_INBOX'])

/** Posts a video or photos, or sends them to the inbox of the app as a draft. */
export const publish = async (
  work: Work<TiktokSettings>,
  tools: ChannelTools,
  oauth: OAuth<TiktokSettings>,
): Promise<Outcome> => {
  try {
    if (work.draft.media.length === 0)
      refuse('invalid-input', 'TikTok takes a video or photos.', 'Attach some.', { field: 'media' })
    const api = openTiktok(work, oauth)
    const what = await handIn(work, api, tools.clock.now())
    const ask = async () => {
      const state = await askState(api, what.publishId ?? '')
      return DONE.has(state.status) || state.status === 'FAILED' ? state : null
    }
    const end = await askUntil(ask, PROCESSING, work.signal).catch((error: unknown) => {
      if (work.signal.aborted) return null
      throw error
    })
    if (end === null) return { kind: 'unclear', failure: WORKING }
    if (end.status !== 'FAILED') return { kind: 'published', remote: await remoteOf(work, api, what, end) }
    return outcomeFor(end.fail_reason ?? '', '', { detail: end.said }, tools.clock.now())
  } catch (error) {
    return outcomeOf(error, await mannersOf(work, tools), tools)
  }
}

const WORKING = failed(
  'answer-lost',
  'TikTok has the post and is still working on it.',
  'Nothing to do: TikTok is asked again whether it stands.',
)

/** Hands a post in, or goes on with what was handed in before; all its bytes are there when this returns. */
const handIn = async (work: Work<TiktokSettings>, api: TiktokApi, now: Millis): Promise<HandedIn> => {
  const { draft, signal } = work
  const video = videoIn(draft)
  const before = await readHandedIn(work.notes)
  const known = before?.publishId != null && before.of === (video?.hash ?? filesOf(work))
  const state = known ? await askState(api, before.publishId ?? '') : null
  // Of what failed nothing stands.
  const stands = before && state && state.status !== 'FAILED'
  if (stands && !isOpen(before, state)) return before
  const told = toldIn(draft)
  if (!video) {
    const info = told.inbox ? wordsOf(draft) : postInfoOf(draft, await askCreator(api))
    return handInPhotos(work, api, info, told)
  }
  const { blob } = await openMedia(video, TIKTOK, draft.strict, { signal })
  if (stands && before.upload?.size === blob.size && now - before.upload.since < ADDRESS_LIFE) {
    await sendVideo(work, blob, before.upload, state.uploaded_bytes ?? 0)
    return before
  }
  const info = told.inbox ? null : postInfoOf(draft, await askCreator(api))
  const what = await beginVideo(work, video, blob, api, info, now)
  if (what.upload) await sendVideo(work, blob, what.upload, null)
  return what
}

/** So long an address takes a video, in milliseconds. */
const ADDRESS_LIFE = 3_600_000

/** Whether TikTok waits for more of a video: before its last byte nothing comes of it. */
const isOpen = ({ upload }: HandedIn, { status, uploaded_bytes: uploaded = 0 }: State): boolean =>
  status === 'PROCESSING_UPLOAD' && upload !== null && uploaded < upload.size

/** Asks what became of what was handed in. */
export const lookup = async (
  work: Work<TiktokSettings>,
  tools: ChannelTools,
  oauth: OAuth<TiktokSettings>,
): Promise<Lookup> => {
  try {
    const api = openTiktok(work, oauth)
    const what = await readHandedIn(work.notes)
    if (!what) return { kind: 'absent' }
    if (what.publishId === null) return { kind: 'unknown', failure: UNKNOWN }
    const state = await askState(api, what.publishId)
    if (DONE.has(state.status)) return { kind: 'found', remote: await remoteOf(work, api, what, state) }
    return state.status === 'FAILED' || isOpen(what, state) ? { kind: 'absent' } : { kind: 'unknown', failure: WORKING }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersOf(work, tools), tools).failure }
  }
}

const UNKNOWN = failed(
  'answer-lost',
  'The photos were handed in to TikTok, but no answer came back.',
  'TikTok cannot be asked: look there. If the post stands, say that you found it; if not, post it again.',
)

/** A post has an address once everybody may see it; until then it goes by the name it was handed in under. */
const remoteOf = async (work: Work<TiktokSettings>, api: TiktokApi, { publishId }: HandedIn, { postId }: State) => {
  if (postId === null) return { id: publishId ?? '', url: null, parts: [] }
  const name = await askCreator(api).then(
    ({ creator_username: known }) => known,
    () => '',
  )
  const kind = videoIn(work.draft) ? 'video' : 'photo'
  const url = name === '' ? null : `https://www.tiktok.com/@${encodeURIComponent(name)}/${kind}/${postId}`
  return { id: postId, url, parts: [] }
}

/** Whose account it is, and what TikTok was agreed to. */
export const connect = async (
  access: Access<TiktokSettings>,
  tools: ChannelTools,
  oauth: OAuth<TiktokSettings>,
): Promise<Connected<TiktokSettings>> => {
  try {
    const creator = await askCreator(openTiktok(access, oauth))
    const { creator_username: name, creator_nickname: nickname, creator_avatar_url: picture } = creator
    const tokens = await oauth.tokens(access)
    return {
      kind: 'valid',
      identity: name === '' ? nickname : `@${name}`,
      settings: access.settings,
      picture,
      permissions: oauth.permissions(tokens, access.settings),
      ...oauth.life(tokens),
    }
  } catch (error) {
    return refusalOf(error, await mannersOf(access, tools), tools)
  }
}
