import type { Agent, AppBskyFeedPost } from '@atproto/api'
import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { type Reference, replyTo } from './addresses.ts'
import { embedFor } from './embeds.ts'
import { failureOf, isSignedOut, outcomeOf, readAnswer, WriteFailed } from './failures.ts'
import { type Gate, gatesOf } from './gates.ts'
import { optionsOf } from './judge.ts'
import { readKeys } from './record-keys.ts'
import { findCard, resolveFacets } from './rich-text.ts'
import { asAccount, type Signed } from './session.ts'
import type { BlueskySettings } from './settings.ts'
import { postsOf } from './thread-parts.ts'

export const COLLECTION = 'app.bsky.feed.post'

/** A record that stands, as a reply must name it. */
type Standing = Reference

/** Sends a post or a thread, part by part. What stands already under its key is never sent again. */
export const publish = async (work: Work<BlueskySettings>, tools: ChannelTools): Promise<Outcome> => {
  try {
    const remote = await asAccount(work, tools, (signed) => sendAll(work, signed, tools))
    return { kind: 'published', remote }
  } catch (error) {
    return outcomeOf(error, tools, work)
  }
}

/** Whether all parts stand. Some of a thread is `absent`: publishing goes on after them. */
export const lookup = async (work: Work<BlueskySettings>, tools: ChannelTools): Promise<Lookup> => {
  try {
    return await asAccount(work, tools, async (signed) => {
      const keys = readKeys(work.marker, postsOf(work.draft).length)
      const standing = await findStanding(keys, signed)
      return standing.length === keys.length
        ? { kind: 'found', remote: remoteOf(standing, signed.handle) }
        : { kind: 'absent' }
    })
  } catch (error) {
    return { kind: 'unknown', failure: failureOf(error, tools, work) }
  }
}

const sendAll = async (work: Work<BlueskySettings>, signed: Signed, tools: ChannelTools): Promise<Remote> => {
  const texts = postsOf(work.draft)
  const keys = readKeys(work.marker, texts.length)
  const standing = await findStanding(keys, signed)
  assertWhole(work, standing)
  const options = optionsOf(work.draft)
  const cardPart = await findCard(work.draft, texts)
  for (const [index, text] of texts.entries()) {
    const stands = standing[index] ?? (await sendPart(index, text))
    standing[index] = stands
    const part = partOf(stands, signed.handle)
    if (texts.length > 1 && !work.parts.some(({ id }) => id === part.id)) await work.onPart(part)
  }
  return remoteOf(standing, signed.handle)

  async function sendPart(index: number, text: string): Promise<Standing> {
    const rkey = keys[index] ?? ''
    // A reply that is not younger than what it replies to may be shown before it.
    const createdAt = new Date(work.at + index).toISOString()
    const embed = await embedFor(index, cardPart, work, signed, tools)
    const facets = await resolveFacets(text, signed.agent)
    const reply = await replyOf(index)
    const { langs, tags, labels } = options
    const record: AppBskyFeedPost.Record = {
      $type: COLLECTION,
      text,
      createdAt,
      ...(langs && { langs }),
      ...(facets.length > 0 && { facets }),
      ...(embed && { embed }),
      ...(reply && { reply }),
      ...(tags?.length && { tags }),
      ...(labels?.length && { labels: selfLabels(labels) }),
    }
    const uri = `at://${signed.did}/${COLLECTION}/${rkey}`
    const gates = await gatesOf(options, uri, createdAt, !reply, signed.agent)
    work.signal.throwIfAborted()
    return write(signed, rkey, record, gates)
  }

  async function replyOf(index: number): Promise<AppBskyFeedPost.ReplyRef | null> {
    const { reply_to: answered } = options
    const answering = answered && (await replyTo(answered, signed.agent, work.settings, work.signal))
    const [root, parent] = [answering ? answering.root : standing[0], standing[index - 1]]
    if (root && parent) return { root, parent }
    return answering || null
  }
}

const selfLabels = (values: readonly string[]) => ({
  $type: 'com.atproto.label.defs#selfLabels' as const,
  values: values.map((val) => ({ val })),
})

/** Writes a post, and with it at once what says who may answer and quote: it never stands open for a while. */
const write = async (
  { agent, did: repo }: Signed,
  rkey: string,
  record: AppBskyFeedPost.Record,
  gates: readonly Gate[],
): Promise<Standing> => {
  try {
    if (gates.length === 0) {
      const { data } = await agent.com.atproto.repo.createRecord({ repo, collection: COLLECTION, rkey, record })
      return { uri: data.uri, cid: data.cid }
    }
    const writes = [{ collection: COLLECTION, record }, ...gates].map((one) => ({
      $type: 'com.atproto.repo.applyWrites#create' as const,
      collection: one.collection,
      rkey,
      value: one.record,
    }))
    const { data } = await agent.com.atproto.repo.applyWrites({ repo, writes })
    return reference.parse(data.results?.[0])
  } catch (error) {
    if (isSignedOut(error)) throw error
    throw new WriteFailed('The record could not be written', { cause: error })
  }
}

const reference = z.object({ uri: z.string(), cid: z.string() })

/** The parts that stand, up to the first that does not: they are sent in order. */
const findStanding = async (keys: readonly string[], signed: Signed): Promise<Standing[]> => {
  const standing: Standing[] = []
  for (const rkey of keys) {
    const one = await read(signed.agent, signed.did, rkey)
    if (!one) break
    standing.push(one)
  }
  return standing
}

const read = async (agent: Agent, did: string, rkey: string): Promise<Standing | null> => {
  try {
    const { data } = await agent.com.atproto.repo.getRecord({ repo: did, collection: COLLECTION, rkey })
    return data.cid === undefined ? null : { uri: data.uri, cid: data.cid }
  } catch (error) {
    if (readAnswer(error).name === 'RecordNotFound') return null
    throw error
  }
}

/** A thread whose sent part was taken down in between cannot go on, and is not begun anew by itself. */
const assertWhole = ({ parts }: Work<BlueskySettings>, standing: readonly Standing[]): void => {
  if (parts.some(({ id }) => !standing.some(({ uri }) => uri === id))) {
    refuse(
      'rejected-by-channel',
      'A part of this thread was sent before and is no longer on Bluesky.',
      'Delete what is left of it on Bluesky, then duplicate the post and send that.',
    )
  }
}

export const partOf = ({ uri }: Pick<Standing, 'uri'>, handle: string): Remote['parts'][number] => ({
  id: uri,
  url: `https://bsky.app/profile/${handle}/post/${uri.split('/').at(-1) ?? ''}`,
})

const remoteOf = (standing: readonly Standing[], handle: string): Remote => {
  const parts = standing.map((one) => partOf(one, handle))
  const { id, url } = parts[0] ?? { id: '', url: null }
  return { id, url, parts: parts.length > 1 ? parts : [] }
}
