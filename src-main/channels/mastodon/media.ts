import { openAsBlob } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia, Work } from '../channel.ts'
import { fitMedia, limitsOf, troubleOf } from '../check/fit-media.ts'
import { GIF, type NetworkRules } from '../rules/network-rules.ts'
import { rulesOn } from './limits.ts'
import { type Answer, saysNothing, type Server, Unanswered } from './server.ts'
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
    form.append('file', await blobOf(one, rules, work.draft.strict), one.name)
    if (one.alt.trim() !== '') form.append('description', one.alt.toWellFormed())
    ids.push(await upload(form, server, work.signal))
  }
  return ids
}

/** Images as their check said; moving ones and videos as they are, read from the disk while they are sent. */
const blobOf = async (media: DraftMedia, rules: NetworkRules, strict: boolean): Promise<Blob> => {
  const limits = limitsOf(rules)
  if (!limits || !media.mime.startsWith('image/') || media.mime === GIF) return open(media)
  const fitted = await fitMedia(media, limits, rules.name)
  const trouble = strict ? troubleOf(fitted) : null
  if (trouble) {
    refuse(trouble, `${media.name} breaks a limit of the server, and this post is strict.`, 'Attach one that fits.', {
      field: 'media',
    })
  }
  return new Blob([Buffer.from(fitted.bytes)], { type: fitted.mime })
}

const open = async ({ path, name, mime }: DraftMedia): Promise<Blob> => {
  try {
    return await openAsBlob(path, { type: mime })
  } catch (error) {
    return refuse('media-missing', `The file of ${name} is gone from Posthorn's folder.`, 'Attach it again.', {
      field: 'media',
      detail: String(error),
    })
  }
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
  if (!parsed.success) throw new Unanswered(answer, false, parsed.error)
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
    if (error instanceof Unanswered && error.answer?.status === 206) return false
    throw error
  }
}
