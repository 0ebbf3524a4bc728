import { z } from 'zod'
import type { Work } from '../channel.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { offerMedia } from '../check/offer-media.ts'
import { TIKTOK } from '../rules/tiktok.ts'
import type { TiktokApi } from './api.ts'
import { type HandedIn, writeHandedIn } from './handed-in.ts'
import type { TiktokSettings } from './settings.ts'

const begun = z.object({ publish_id: z.string().min(1) })

/** Hands photos in by their addresses: TikTok fetches them, and posts them without another word. */
export const handInPhotos = async (
  work: Work<TiktokSettings>,
  api: TiktokApi,
  postInfo: object,
  told: { inbox?: boolean | undefined; photo_cover_index?: number | undefined },
): Promise<HandedIn> => {
  const { notes, draft } = work
  const addresses: string[] = []
  for (const one of draft.media) addresses.push(await offerMedia(work, one, TIKTOK))
  const what: HandedIn = { of: filesOf(work), publishId: null, upload: null }
  await writeHandedIn(notes, what)
  const body = {
    media_type: 'PHOTO',
    post_mode: told.inbox ? 'MEDIA_UPLOAD' : 'DIRECT_POST',
    post_info: postInfo,
    source_info: {
      source: 'PULL_FROM_URL',
      photo_cover_index: Math.min(told.photo_cover_index ?? 0, addresses.length - 1),
      photo_images: addresses,
    },
  }
  try {
    const { data } = await api.ask('content/init', begun, body, 'writes')
    const known = { ...what, publishId: data.publish_id }
    await writeHandedIn(notes, known)
    return known
  } catch (error) {
    if (!(error instanceof RequestFailed && error.mayStand)) await writeHandedIn(notes, null)
    throw error
  }
}

export const filesOf = ({ draft }: Pick<Work<TiktokSettings>, 'draft'>): string =>
  draft.media.map(({ hash }) => hash).join(' ')
