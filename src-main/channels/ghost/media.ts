import { z } from 'zod'
import type { DraftMedia, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { GHOST } from '../rules/ghost.ts'
import type { Kept } from './cards.ts'
import type { GhostSettings } from './settings.ts'
import type { Site } from './site.ts'

const kept = z.object({ url: z.string(), mime: z.string(), alt: z.string() })
const uploaded = z.tuple([z.object({ url: z.string() })])

/** Uploads what is not there yet, in order; each is noted once it is there. */
export const uploadMedia = async (work: Work<GhostSettings>, site: Site, key: string): Promise<Kept[]> => {
  const total = work.draft.media.reduce((sum, { size }) => sum + size, 0)
  const files: Kept[] = []
  let before = 0
  for (const [index, media] of work.draft.media.entries()) {
    const done = before
    const onProgress = (sent: number) => work.onProgress(done + Math.min(sent, media.size), total)
    const name = `${key}-${index + 1}`
    const noted = await work.notes.read(name)
    const file = noted === null ? await upload(work, site, media, name, onProgress) : kept.parse(JSON.parse(noted))
    if (noted === null) await work.notes.write(name, JSON.stringify(file))
    files.push(file)
    before += media.size
    work.onProgress(before, total)
  }
  return files
}

const upload = async (
  { draft }: Work<GhostSettings>,
  site: Site,
  media: DraftMedia,
  ref: string,
  onProgress: (sent: number) => void,
): Promise<Kept> => {
  const { blob, name } = await openMedia(media, GHOST, draft.strict)
  const isImage = media.mime.startsWith('image/')
  const form = new FormData()
  if (isImage) form.append('purpose', 'image')
  form.append('ref', ref)
  form.append('file', blob, name)
  const place = isImage ? 'images' : 'media'
  const shape = z.object({ [place]: uploaded })
  const answer = await site.ask(shape, 'POST', `${place}/upload/`, { form, onProgress })
  return { url: answer[place]?.[0].url ?? '', mime: media.mime, alt: media.alt.toWellFormed() }
}
