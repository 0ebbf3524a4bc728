import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import { z } from 'zod'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal, refuse } from '../../core/refusal.ts'
import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { outcomeOf } from '../kit/request-failures.ts'
import { RequestFailed } from '../kit/send-request.ts'
import type { Api } from './api.ts'
import { contentOf, optionsOf } from './content.ts'
import { canBeAsked, isDuplicate, mannersOf, twinOf } from './failures.ts'
import { toLittle } from './little-text.ts'
import { authorOf, filesIn, readSince, remoteOf, textOf, timeOf } from './posts.ts'
import type { LinkedinSettings } from './settings.ts'

/** LinkedIn has no mark of ours on a post: one of a page is found by its words, among those not older than this. */
const marker = z.object({ from: z.number() })
export const makeMarker = (now: number): string => JSON.stringify({ from: now } satisfies z.infer<typeof marker>)

/** What is on disk of an item: its post once it stands, and whether one was on its way and no answer was written down. */
const journal = z.object({ urn: z.string().nullable(), trying: z.boolean() })
type Journal = z.infer<typeof journal>

const readJournal = async ({ notes }: Work<LinkedinSettings>): Promise<Journal> => {
  const kept = await notes.read('post')
  return kept === null ? { urn: null, trying: false } : journal.parse(JSON.parse(kept))
}

const writeJournal = ({ notes }: Work<LinkedinSettings>, value: Journal): Promise<void> =>
  notes.write('post', JSON.stringify(value))

/** Sends a post, and its first comment after it. */
export const publish = async (work: Work<LinkedinSettings>, api: Api, tools: ChannelTools): Promise<Outcome> => {
  try {
    const urn = await send(work, api, tools)
    const reservation = await comment(urn, work, api, tools)
    return { kind: 'published', remote: remoteOf(urn), ...(reservation && { reservation }) }
  } catch (error) {
    return outcomeOf(error, await mannersOf(work, tools), tools)
  }
}

/** Whether the post stands: LinkedIn tells it of pages alone. */
export const lookup = async (work: Work<LinkedinSettings>, api: Api, tools: ChannelTools): Promise<Lookup> => {
  try {
    const { urn } = await readJournal(work)
    const found = urn ?? (canBeAsked(work) ? await find(work, api, tools) : cannotBeAsked())
    return found === null ? { kind: 'absent' } : { kind: 'found', remote: remoteOf(found) }
  } catch (error) {
    return { kind: 'unknown', failure: outcomeOf(error, await mannersOf(work, tools), tools).failure }
  }
}

const cannotBeAsked = (): never =>
  refuse(
    'answer-lost',
    'LinkedIn does not let programs see what a person posted, so Posthorn cannot ask whether it arrived.',
    'Look at your profile. If it stands, say that you found it; if not, post it again: LinkedIn takes no post twice.',
  )

const send = async (work: Work<LinkedinSettings>, api: Api, tools: ChannelTools): Promise<string> => {
  const before = await readJournal(work)
  const known = before.urn ?? (before.trying && canBeAsked(work) ? await find(work, api, tools) : null)
  if (known !== null) return keep(known)
  const author = authorOf(work)
  const content = await contentOf(work, author, api, tools)
  work.signal.throwIfAborted()
  await writeJournal(work, { urn: null, trying: true })
  try {
    return await keep(await create({ ...bodyOf(work), author, ...(content && { content }) }, api))
  } catch (error) {
    const twin = twinOf(error)
    // LinkedIn refused it before it was ever sent without an answer: the other one is not this.
    if (twin !== null && before.trying) return keep(twin)
    if (!(error instanceof RequestFailed && error.mayStand))
      await writeJournal(work, { urn: null, trying: before.trying })
    throw isDuplicate(error) ? new Refusal(sameWords(twin)) : error
  }

  async function keep(urn: string): Promise<string> {
    await writeJournal(work, { urn, trying: false })
    return urn
  }
}

const create = async (json: object, api: Api): Promise<string> => {
  const answer = await api.answer('POST', '/rest/posts', { json, writes: true })
  const urn = answer.headers.get('x-restli-id') ?? answer.headers.get('x-linkedin-id')
  if (urn === null) throw new RequestFailed(answer, true, new Error('LinkedIn named no post.'))
  return urn
}

const bodyOf = ({ draft }: Work<LinkedinSettings>): object => {
  const { visibility, reshare_disabled } = optionsOf(draft)
  return {
    commentary: toLittle(draft.text),
    visibility: visibility ?? 'PUBLIC',
    distribution: { feedDistribution: 'MAIN_FEED', targetEntities: [], thirdPartyDistributionChannels: [] },
    lifecycleState: 'PUBLISHED',
    isReshareDisabledByAuthor: reshare_disabled ?? false,
  }
}

const sameWords = (twin: string | null): Failure =>
  failed(
    'rejected-by-channel',
    'LinkedIn has a post with the same content, and takes none twice.',
    'Change the words, or take the other one down.',
    { field: 'text', ...(twin !== null && { detail: twin }) },
  )

/** A post of a page with these words and as many files, not older than the first attempt. */
const find = async (work: Work<LinkedinSettings>, api: Api, { clock }: ChannelTools): Promise<string | null> => {
  const { from } = marker.parse(JSON.parse(work.marker ?? ''))
  const { posts, whole } = await readSince(api, authorOf(work), from, clock.now())
  const files = work.draft.media.length
  const found = posts
    .toSorted((a, b) => timeOf(a) - timeOf(b))
    .find((one) => filesIn(one) === files && plain(textOf(one)) === plain(work.draft.text))
  if (!found && !whole) {
    throw new RequestFailed(null, false, new Error('The posts could not be listed far enough back.'))
  }
  return found?.id ?? null
}

const plain = (text: string): string => text.normalize('NFC').replace(/\s+/g, ' ').trim()

/** Writes the first comment, once; what went wrong with it does not undo the post. */
const comment = async (
  urn: string,
  work: Work<LinkedinSettings>,
  api: Api,
  tools: ChannelTools,
): Promise<Failure | null> => {
  const { first_comment: text } = optionsOf(work.draft)
  if (text === undefined || (await work.notes.read('comment')) !== null) return null
  await work.notes.write('comment', 'sent')
  try {
    const json = { actor: authorOf(work), object: urn, message: { text: text.toWellFormed() } }
    await api.answer('POST', `/rest/socialActions/${encodeURIComponent(urn)}/comments`, { json, writes: true })
    return null
  } catch (error) {
    const { failure } = outcomeOf(error, await mannersOf(work, tools), tools)
    return {
      ...failure,
      message: `The post stands, but not its first comment: ${failure.message}` satisfies Sentence,
      next: 'Look at it on LinkedIn, and write the comment there.' satisfies Sentence,
      told: undefined,
    }
  }
}
