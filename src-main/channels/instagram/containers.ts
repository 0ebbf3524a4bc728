import { z } from 'zod'
import type { Draft, DraftMedia, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import type { ContainerDesk, ContainerState } from '../meta/containers.ts'
import type { Parameters } from '../meta/graph.ts'
import { offerMedia } from '../check/offer-media.ts'
import { sendFile } from '../meta/rupload.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import { bytesThere, videoStatus } from '../meta/video-status.ts'
import { INSTAGRAM, INSTAGRAM_STORY, instagramOptions } from '../rules/instagram.ts'
import type { InstagramAccount } from './account.ts'

type Sending = Work<FacebookAppSettings>

const made = z.object({ id: z.string().min(1), uri: z.string().optional() })
const state = z.object({ status_code: z.string(), status: z.string().default('') })

export const isFilm = ({ mime }: Pick<DraftMedia, 'mime'>): boolean => mime.startsWith('video/')
export const isStory = ({ options }: Pick<Draft, 'options'>): boolean => options['type'] === 'STORY'

/** How Instagram calls what became of a container. */
export const stateOf = async (id: string, { graph }: InstagramAccount): Promise<ContainerState> => {
  const { status_code: code, status } = await graph.ask('GET', id, state, { fields: 'status_code,status' })
  switch (code) {
    case 'FINISHED':
      return { kind: 'ready' }
    case 'PUBLISHED':
      return { kind: 'published' }
    case 'EXPIRED':
      return { kind: 'expired' }
    case 'ERROR':
      return { kind: 'failed', why: status.slice(0, 200) }
    default:
      return { kind: 'working' }
  }
}

const addressOf = (name: string) => `${name} address`

/**
 * The container of one file, under this name in the notes. Images are fetched by Instagram from a public address; videos
 * are uploaded to it, and go on after a cut.
 */
export const fileContainer = (
  name: string,
  media: DraftMedia,
  told: Parameters,
  work: Sending,
  account: InstagramAccount,
): ContainerDesk => {
  const make = async (file: Parameters): Promise<string> => {
    const { id, uri } = await account.graph.ask('POST', `${account.id}/media`, made, { ...told, ...file })
    if (uri !== undefined) await work.notes.write(addressOf(name), uri)
    return id
  }
  const rules = isStory(work.draft) ? INSTAGRAM_STORY : INSTAGRAM
  return {
    state: (id) => stateOf(id, account),
    make: async () =>
      isFilm(media)
        ? make({ upload_type: 'resumable' })
        : make({ image_url: await offerMedia(work, media, rules), ...altOf(media, work.draft) }),
    ...(isFilm(media) && { fill: (id) => upload(id, name, media, work, account) }),
  }
}

/** Stories and videos have no descriptions. */
const altOf = ({ alt }: DraftMedia, draft: Draft): Parameters =>
  alt.trim() === '' || isStory(draft) ? {} : { alt_text: alt.toWellFormed() }

const uploading = z.object({ video_status: videoStatus.default({}) })

const upload = async (id: string, name: string, media: DraftMedia, work: Sending, { graph }: InstagramAccount) => {
  const { blob } = await openMedia(media, INSTAGRAM, work.draft.strict)
  const { video_status: status } = await graph.ask('GET', id, uploading, { fields: 'video_status' })
  const offset = bytesThere(status, blob.size)
  const address = (await work.notes.read(addressOf(name))) ?? ''
  if (offset === blob.size || address === '') return
  const { onProgress, signal, settings } = work
  await sendFile({ address, blob, offset, onProgress, signal }, graph, settings.server)
}

/** What a post is told beside its files. */
export const toldOf = ({ text, options, media }: Draft): Parameters => {
  const { collaborators, location_id, share_to_feed, thumb_offset } = instagramOptions.safeParse(options).data ?? {}
  const film = media.length === 1 && media.some(isFilm)
  return {
    ...(text.trim() !== '' && { caption: text.toWellFormed() }),
    collaborators,
    location_id,
    ...(film && { media_type: 'REELS', share_to_feed, thumb_offset: thumb_offset && String(thumb_offset) }),
  }
}
