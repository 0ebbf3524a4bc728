import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import type { Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { type Answer, RequestFailed } from '../kit/send-request.ts'
import { rulesOn } from './limits.ts'
import { saysNothing, type Server } from './server.ts'
import type { MastodonSettings } from './settings.ts'

/** How long to wait before asking whether a file is ready, in milliseconds: longer each time. */
const FIRST_PAUSE = 500
const LONGEST_PAUSE = 5_000

const uploaded = z.object({ id: z.string() })

/** Uploads the files of a post, in order, and waits until each is ready to be posted: their ids. */
export const uploadMedia = async (work: Work<MastodonSettings>, server: Server): Promise<string[]> => {
  const rules = rulesOn(work.settings.limits)
  const ids: string[] = []
  for (const one of work.draft.media) {
    work.signal.throwIfAborted()
    const form = new FormData()
    const { blob, name } = await openMedia(one, rules, work.draft.strict)
    form.append('file', blob, name)
    if (one.alt.trim() !== '') form.append('description', one.alt.toWellFormed())
    ids.push(await upload(form, server, work.signal))
  }
  return ids
}

const upload = async (form: FormData, server: Server, signal: AbortSignal): Promise<string> => {
  const answer = await send(form, server)
  const id = idIn(answer)
  if (answer.status === 202) await untilReady(id, server, signal)
  return id
}

/** Servers that do not know the second version of this method have the first, which answers when all is done. */
const send = async (form: FormData, server: Server): Promise<Answer> => {
  try {
    return await server.ask('POST', '/api/v2/media', { form })
  } catch (error) {
    if (!saysNothing(error)) throw error
    return server.ask('POST', '/api/v1/media', { form })
  }
}

const idIn = (answer: Answer): string => {
  const parsed = uploaded.safeParse(answer.body)
  if (!parsed.success) throw new RequestFailed(answer, false, parsed.error)
  return parsed.data.id
}

/** Ends when the server has worked on a file: 206 means not yet, and 422 that it cannot use it. */
const untilReady = async (id: string, server: Server, signal: AbortSignal): Promise<void> => {
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    await pause(wait, undefined, { signal })
    if (await isReady(id, server)) return
  }
}

const isReady = async (id: string, server: Server): Promise<boolean> => {
  try {
    const { status } = await server.ask('GET', `/api/v1/media/${encodeURIComponent(id)}`)
    return status !== 206
  } catch (error) {
    if (error instanceof RequestFailed && error.answer?.status === 206) return false
    throw error
  }
}
