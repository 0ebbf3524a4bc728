import { z } from 'zod'
import type { DraftMedia, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { LEMMY } from '../rules/lemmy.ts'
import { errorOf, type Server } from './server.ts'
import type { LemmySettings } from './settings.ts'

const pictrs = z.object({ msg: z.literal('ok'), files: z.tuple([z.object({ file: z.string().min(1) })], z.unknown()) })
const image = z.object({ image_url: z.url() })

/** Uploads what is not there yet, in order; each is noted once it is there. Their addresses. */
export const uploadImages = async (work: Work<LemmySettings>, server: Server): Promise<string[]> => {
  const { media } = work.draft
  const total = media.reduce((sum, { size }) => sum + size, 0)
  const urls: string[] = []
  let before = 0
  for (const [index, file] of media.entries()) {
    const done = before
    const onProgress = (sent: number) => work.onProgress(done + Math.min(sent, file.size), total)
    const name = `image-${index + 1}-${file.hash.slice(0, 16)}`
    const noted = await work.notes.read(name)
    const url = noted ?? (await upload(work, server, file, onProgress))
    if (noted === null) await work.notes.write(name, url)
    urls.push(url)
    before += file.size
    work.onProgress(before, total)
  }
  return urls
}

const upload = async (
  { draft, settings }: Work<LemmySettings>,
  server: Server,
  media: DraftMedia,
  onProgress: (sent: number) => void,
): Promise<string> => {
  const { blob, name } = await openMedia(media, LEMMY, draft.strict)
  const formOf = (field: string) => {
    const form = new FormData()
    form.append(field, blob, name)
    return { form, onProgress }
  }
  try {
    const { files } = await server.ask(pictrs, 'POST', '/pictrs/image', formOf('images[]'))
    return new URL(`/pictrs/image/${encodeURIComponent(files[0].file)}`, settings.server).href
  } catch (error) {
    const elsewhere = error instanceof RequestFailed && error.answer?.status === 404 && errorOf(error.answer) === null
    if (!elsewhere) throw error
    return (await server.ask(image, 'POST', '/api/v4/image', formOf('images[]'))).image_url
  }
}
