import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { DraftMedia, Outcome, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { readNameMarker } from '../kit/article/name-marker.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { MICROPUB } from '../rules/micropub.ts'
import { besideOf, filesAsEntry, type Kept, placeOf, wordsAsEntry } from './entry.ts'
import { mannersFor } from './failures.ts'
import type { MicropubSettings } from './settings.ts'
import { locationOf, openSite, type Sent, type Site, type Tools } from './site.ts'

type Sending = Work<MicropubSettings>

/** Makes an entry on the site. One that is to appear only later (202) has its address already. */
export const publish = async (work: Sending, tools: Tools): Promise<Outcome> => {
  try {
    const site = await openSite(work, tools)
    const about = { slug: readNameMarker(work.marker).name, at: work.at, offers: work.settings.offers }
    const beside = besideOf(work.draft, about)
    const apart = site.media === null && work.draft.media.length > 0
    const sent = apart ? { form: await formOf(work, beside) } : { json: await entryOf(work, site, beside) }
    work.signal.throwIfAborted()
    return { kind: 'published', remote: await make(site, { ...sent, ...(apart && progressOf(work)) }) }
  } catch (error) {
    return outcomeOf(error, await mannersFor(work), tools)
  }
}

const make = async (site: Site, sent: Sent): Promise<Remote> => {
  const answer = await site.send(site.endpoint, { ...sent, writes: true })
  const url = locationOf(answer, site.endpoint)
  if (url === null) throw new RequestFailed(answer, true)
  return { id: url, url, parts: [] }
}

const entryOf = async (work: Sending, site: Site, beside: Record<string, readonly string[]>) => ({
  type: ['h-entry'],
  properties: { ...wordsAsEntry(work.draft), ...filesAsEntry(await uploadMedia(work, site)), ...beside },
})

/** A site without a place for files takes them with the post, in a form that knows neither emphasis nor descriptions. */
const formOf = async ({ draft }: Sending, beside: Record<string, readonly string[]>): Promise<FormData> => {
  const form = new FormData()
  form.append('h', 'entry')
  const { content: _, ...words } = wordsAsEntry(draft)
  if (draft.text.trim() !== '') form.append('content', draft.text.toWellFormed().trim())
  for (const [name, values] of Object.entries({ ...words, ...beside })) {
    for (const value of values) if (typeof value === 'string') form.append(fieldOf(name, values.length), value)
  }
  const count = (place: string) => draft.media.filter(({ mime }) => placeOf(mime) === place).length
  for (const media of draft.media) {
    const { blob, name } = await openMedia(media, MICROPUB, draft.strict)
    const place = placeOf(media.mime)
    form.append(fieldOf(place, count(place)), blob, name)
  }
  return form
}

const fieldOf = (name: string, values: number): string => (values > 1 || name === 'category' ? `${name}[]` : name)

const progressOf = ({ draft, onProgress }: Sending): Pick<Sent, 'onProgress'> => {
  const total = draft.media.reduce((sum, { size }) => sum + size, 0)
  return { onProgress: (sent) => onProgress(Math.min(sent, total), total) }
}

const kept = z.object({ url: z.string(), mime: z.string(), alt: z.string() })

/** Uploads what is not there yet, in order; each is noted once it is there. */
const uploadMedia = async (work: Sending, site: Site): Promise<Kept[]> => {
  const { draft, notes } = work
  const { media: place } = site
  if (place === null) return []
  const total = draft.media.reduce((sum, { size }) => sum + size, 0)
  const files: Kept[] = []
  let before = 0
  for (const [index, media] of draft.media.entries()) {
    const [name, base] = [`file-${index}`, before]
    const onProgress = (sent: number) => work.onProgress(base + Math.min(sent, media.size), total)
    const noted = await notes.read(name)
    const file = noted === null ? await upload(work, site, place, media, onProgress) : kept.parse(JSON.parse(noted))
    if (noted === null) await notes.write(name, JSON.stringify(file))
    files.push(file)
    before += media.size
    work.onProgress(before, total)
  }
  return files
}

const upload = async (
  { draft, signal }: Sending,
  site: Site,
  place: URL,
  media: DraftMedia,
  onProgress: (sent: number) => void,
): Promise<Kept> => {
  const { blob, name } = await openMedia(media, MICROPUB, draft.strict, { signal })
  const form = new FormData()
  form.append('file', blob, name)
  const answer = await site.send(place, { form, onProgress })
  const url = locationOf(answer, place)
  if (url === null) throw new RequestFailed(answer, false)
  return { url, mime: media.mime, alt: media.alt }
}
