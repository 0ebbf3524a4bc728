import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import { rulesOn } from './limits.ts'
import { optionsOf } from './poll.ts'
import { saysNothing, type Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'

/** How long to wait before asking whether a file is ready, in milliseconds: longer each time. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 5_000

const uploaded = z.object({ id: z.coerce.string(), url: z.string().nullish() })

/** Uploads the files of a post, in order, and waits until each is ready to be posted: their ids. */
export const uploadMedia = async (work: Work<MastodonSettings>, server: Server): Promise<string[]> => {
  const rules = rulesOn(work.settings.limits)
  const { focus } = optionsOf(work.draft)
  const total = work.draft.media.reduce((sum, { size }) => sum + size, 0)
  const ids: string[] = []
  let before = 0
  for (const [index, one] of work.draft.media.entries()) {
    work.signal.throwIfAborted()
    const form = new FormData()
    const { blob, name } = await openMedia(one, rules, work.draft.strict)
    form.append('file', blob, name)
    if (one.alt.trim() !== '') form.append('description', one.alt.toWellFormed())
    const point = focus?.[index]
    if (point !== undefined && one.mime.startsWith('image/')) form.append('focus', point)
    const base = before
    const onProgress = (sent: number) => work.onProgress(Math.min(base + sent, total), total)
    ids.push((await upload(form, server, work.signal, onProgress)).id)
    before += one.size
  }
  return ids
}

/** A file that the server has, ready to be used; `url` null where it does not say. */
export type Uploaded = { id: string; url: string | null }

export const upload = async (
  form: FormData,
  server: Server,
  signal: AbortSignal,
  onProgress: (sent: number) => void,
): Promise<Uploaded> => {
  const answer = await send(form, server, onProgress)
  const made = fileIn(answer)
  return answer.status === 202 ? untilReady(made, server, signal) : made
}

/** Servers that do not know the second version of this method have the first, which answers when all is done. */
const send = async (form: FormData, server: Server, onProgress: (sent: number) => void): Promise<Answer> => {
  try {
    return await server.ask('POST', '/api/v2/media', { form, onProgress })
  } catch (error) {
    if (!saysNothing(error)) throw error
    return server.ask('POST', '/api/v1/media', { form, onProgress })
  }
}

const fileIn = (answer: Answer): Uploaded => {
  const parsed = uploaded.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, false, parsed.error)
  return { id: parsed.data.id, url: parsed.data.url ?? null }
}

/** Ends when the server has worked on a file: 206 means not yet, and 422 that it cannot use it. */
const untilReady = async (made: Uploaded, server: Server, signal: AbortSignal): Promise<Uploaded> => {
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    await pause(wait, undefined, { signal })
    const ready = await askFor(made.id, server)
    if (ready) return ready
  }
}

export const placeOf = (id: string): string => `/api/v1/media/${encodeURIComponent(id)}`

const askFor = async (id: string, server: Server): Promise<Uploaded | null> => {
  try {
    const answer = await server.ask('GET', placeOf(id))
    return answer.status === 206 ? null : fileIn(answer)
  } catch (error) {
    if (error instanceof RequestFailed && error.answer?.status === 206) return null
    throw error
  }
}
