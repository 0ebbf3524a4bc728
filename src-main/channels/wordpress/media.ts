import { z } from 'zod'
import type { DraftMedia, Hosted, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { WORDPRESS } from '../rules/wordpress.ts'
import type { Kept } from './blocks.ts'
import type { WordPressSettings } from './settings.ts'
import type { Site } from './site.ts'

const FIELDS = { context: 'edit', _fields: 'id,source_url,mime_type,alt_text' }

const attachment = z.object({
  id: z.int(),
  source_url: z.string(),
  mime_type: z.string(),
  alt_text: z.string().default(''),
})

const kept = z.object({ id: z.int(), url: z.string(), mime: z.string(), alt: z.string() })

const keptOf = ({ id, source_url, mime_type, alt_text }: z.infer<typeof attachment>): Kept => ({
  id,
  url: source_url,
  mime: mime_type,
  alt: alt_text,
})

/** Uploads what is not there yet, in order: each file is noted when it is begun and when it is there. */
export const uploadMedia = async (work: Work<WordPressSettings>, site: Site, key: string): Promise<Kept[]> => {
  const total = work.draft.media.reduce((sum, { size }) => sum + size, 0)
  const files: Kept[] = []
  let before = 0
  for (const [index, media] of work.draft.media.entries()) {
    const done = before
    const onProgress = (sent: number) => work.onProgress(done + Math.min(sent, media.size), total)
    files.push(await keepOnce(work, site, media, `${key}-${index + 1}`, onProgress))
    before += media.size
    work.onProgress(before, total)
  }
  return files
}

const BEGUN = 'begun'

/** A file that was begun may be there though nobody said so: it is asked for by the name it was given. */
const keepOnce = async (
  { notes, draft }: Work<WordPressSettings>,
  site: Site,
  media: DraftMedia,
  name: string,
  onProgress: (sent: number) => void,
): Promise<Kept> => {
  const noted = await notes.read(name)
  const known = noted === null ? null : noted === BEGUN ? await findFile(site, name) : kept.parse(JSON.parse(noted))
  if (noted === null) await notes.write(name, BEGUN)
  const file =
    known ?? (await upload(site, await openMedia(media, WORDPRESS, draft.strict), name, media.alt, onProgress))
  if (noted === null || noted === BEGUN) await notes.write(name, JSON.stringify(file))
  return file
}

const findFile = async (site: Site, slug: string): Promise<Kept | null> => {
  const [found] = await site.ask(z.array(attachment), 'GET', 'wp/v2/media', { query: { ...FIELDS, slug } })
  return found ? keptOf(found) : null
}

type Upload = { blob: Blob; name: string }

const upload = async (
  site: Site,
  { blob, name }: Upload,
  slug: string | null,
  alt: string,
  onProgress: (sent: number) => void,
): Promise<Kept> => {
  const form = new FormData()
  if (slug !== null) form.append('slug', slug)
  if (alt.trim() !== '') form.append('alt_text', alt.toWellFormed())
  form.append('file', blob, name)
  const asked = { form, query: FIELDS, onProgress }
  return keptOf(await site.ask(attachment, 'POST', 'wp/v2/media', asked))
}

/** Keeps a file for others to fetch. */
export const keepFile = async (site: Site, file: Upload, onProgress: (sent: number) => void): Promise<Hosted> => {
  const { id, url } = await upload(site, file, null, '', onProgress)
  return { kind: 'hosted', url, id: String(id) }
}

/** Takes a file away for good: the library has no bin. */
export const dropFile = async (site: Site, id: string): Promise<void> => {
  const query = { force: 'true', _fields: 'deleted' }
  await site.ask(z.object({ deleted: z.literal(true) }), 'DELETE', `wp/v2/media/${encodeURIComponent(id)}`, { query })
}
