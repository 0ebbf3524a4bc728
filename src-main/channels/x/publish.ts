import { z } from 'zod'
import { failed, Refusal } from '../../core/refusal.ts'
import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { fitsIn, measuresOf } from '../check/count-text.ts'
import { threadParts } from '../check/thread-parts.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import { X, X_PREMIUM, type XOptions, xOptions } from '../rules/x.ts'
import type { Api } from './api.ts'
import { isDuplicate, mannersOf, mayStand } from './failures.ts'
import { findStanding } from './find-standing.ts'
import { uploadMedia } from './media.ts'
import { idIn, type Part, partOf, remoteOf } from './posts.ts'
import type { XSettings } from './settings.ts'

export const rulesFor = ({ premium }: XSettings) => (premium ? X_PREMIUM : X)

/** The texts that will stand, in order. */
export const textsOf = async ({ draft, settings }: Pick<Work<XSettings>, 'draft' | 'settings'>): Promise<string[]> =>
  threadParts(draft, fitsIn(await measuresOf(rulesFor(settings).text)))

/** Sends a post or a thread, part by part. What stands already is never sent again. */
export const publish = async (work: Work<XSettings>, api: Api, tools: ChannelTools): Promise<Outcome> => {
  try {
    return { kind: 'published', remote: remoteOf(await sendAll(work, api, tools)) }
  } catch (error) {
    return outcomeOf(error, await mannersOf(work, tools), tools)
  }
}

/** Whether all parts stand. Some of a thread is `absent`: publishing goes on after them. */
export const lookup = async (work: Work<XSettings>, api: Api, tools: ChannelTools): Promise<Lookup> => {
  try {
    const texts = await textsOf(work)
    const standing = await findStanding(work, texts, knownOf(work, await readJournal(work)), api, tools)
    return standing.length === texts.length ? { kind: 'found', remote: remoteOf(standing) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersOf(work, tools), tools).failure }
  }
}

/** What is on disk of the posts of an item: those that stand, and whether one was on its way and no answer was written down. */
const journal = z.object({ sent: z.array(z.string()), trying: z.boolean() })
type Journal = z.infer<typeof journal>

const readJournal = async ({ notes }: Work<XSettings>): Promise<Journal> => {
  const kept = await notes.read('posts')
  return kept === null ? { sent: [], trying: false } : journal.parse(JSON.parse(kept))
}

const writeJournal = ({ notes }: Work<XSettings>, standing: readonly Part[], trying: boolean): Promise<void> =>
  notes.write('posts', JSON.stringify({ sent: standing.map(({ id }) => id), trying } satisfies Journal))

const knownOf = ({ parts, settings }: Work<XSettings>, { sent }: Journal): Part[] =>
  sent.length > parts.length ? sent.map((id) => partOf(id, settings)) : parts

const sendAll = async (work: Work<XSettings>, api: Api, tools: ChannelTools): Promise<Part[]> => {
  const texts = await textsOf(work)
  const before = await readJournal(work)
  const known = knownOf(work, before)
  const standing = before.trying ? await findStanding(work, texts, known, api, tools) : [...known]
  for (const [index, text] of texts.entries()) {
    if (index >= standing.length) standing.push(await sendPart(index, text))
    const part = standing[index]
    if (part && texts.length > 1 && !work.parts.some(({ id }) => id === part.id)) await work.onPart(part)
  }
  return standing

  async function sendPart(index: number, text: string): Promise<Part> {
    const files = index === 0 ? await uploadMedia(work, api, rulesFor(work.settings)) : []
    const json = bodyOf(text, files, standing.at(-1)?.id, optionsOf(work, index))
    work.signal.throwIfAborted()
    await writeJournal(work, standing, true)
    const part = await create(json).catch(async (error: unknown) => {
      if (isDuplicate(error)) return twin(index)
      if (!mayStand(error)) await writeJournal(work, standing, false)
      throw error
    })
    await writeJournal(work, [...standing, part], false)
    return part
  }

  async function create(json: object): Promise<Part> {
    const { data } = await api.ask('POST', '/2/tweets', created, { json, writes: true })
    return partOf(data.id, work.settings)
  }

  /** What X says is there already: this very post, of which an answer was lost, or an older one with the same words. */
  async function twin(index: number): Promise<Part> {
    const found = await findStanding(work, texts, standing, api, tools).catch((error: unknown) => {
      throw new RequestFailed(null, true, error)
    })
    const part = found[index]
    if (part) return part
    await writeJournal(work, standing, false)
    throw new Refusal(sameWords())
  }
}

const sameWords = () =>
  failed(
    'rejected-by-channel',
    'X has a post of yours with the same words, and takes none twice.',
    'Change the words, or take the other one down.',
    { field: 'text' },
  )

const created = z.object({ data: z.object({ id: z.string() }) })

/** What is said of a post is said of the first one of a thread; that media were made with AI goes with the media. */
const optionsOf = ({ draft }: Work<XSettings>, index: number): XOptions =>
  index === 0 ? (xOptions.safeParse(draft.options).data ?? {}) : {}

const bodyOf = (text: string, files: readonly string[], parent: string | undefined, options: XOptions): object => {
  const { reply_settings, quote, reply_to, poll_options, poll_minutes, community_id } = options
  const answered = parent ?? idIn(reply_to)
  const quoted = idIn(quote)
  return {
    text,
    ...(files.length > 0 && { media: { media_ids: files } }),
    ...(answered !== undefined && { reply: { in_reply_to_tweet_id: answered } }),
    ...(quoted !== undefined && { quote_tweet_id: quoted }),
    ...(reply_settings && reply_settings !== 'everyone' && { reply_settings }),
    ...(poll_options && { poll: { options: poll_options, duration_minutes: poll_minutes ?? 1440 } }),
    ...(community_id !== undefined && { community_id }),
    ...(options.made_with_ai && { made_with_ai: true }),
    ...(options.paid_partnership && { paid_partnership: true }),
  }
}
