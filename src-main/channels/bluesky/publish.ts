import type { AppBskyFeedPost, AtpAgent } from '@atproto/api'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { refuse } from '../../core/refusal.ts'
import type { ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { blueskyOptions } from '../rules/bluesky.ts'
import { embedCard, embedImages } from './embeds.ts'
import { failureOf, isSignedOut, outcomeOf, readAnswer, WriteFailed } from './failures.ts'
import { readKeys } from './record-keys.ts'
import { type CardPart, findCard, resolveFacets } from './rich-text.ts'
import { asAccount, type Signed } from './session.ts'
import type { BlueskySettings } from './settings.ts'
import { postsOf } from './thread-parts.ts'

export const COLLECTION = 'app.bsky.feed.post'

/** A record that stands: where, and in which version, as a reply must name it. */
type Standing = { uri: string; cid: string }

/** Sends a post or a thread, part by part. What stands already under its key is never sent again. */
export const publish = async (work: Work<BlueskySettings>, tools: ChannelTools): Promise<Outcome> => {
  try {
    const remote = await asAccount(work, tools, (signed) => sendAll(work, signed, tools))
    return { kind: 'published', remote }
  } catch (error) {
    return outcomeOf(error, tools, work.settings)
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
    return { kind: 'unknown', failure: failureOf(error, tools, work.settings) }
  }
}

const sendAll = async (work: Work<BlueskySettings>, signed: Signed, tools: ChannelTools): Promise<Remote> => {
  const texts = postsOf(work.draft)
  const keys = readKeys(work.marker, texts.length)
  const standing = await findStanding(keys, signed)
  assertWhole(work, standing)
  const langs = blueskyOptions.safeParse(work.draft.options).data?.langs
  const cardPart = await findCard(work.draft, texts)
  for (const [index, text] of texts.entries()) {
    const stands = standing[index] ?? (await sendPart(index, text))
    standing[index] = stands
    const part = partOf(stands, signed.handle)
    if (texts.length > 1 && !work.parts.some(({ id }) => id === part.id)) await work.onPart(part)
  }
  return remoteOf(standing, signed.handle)

  async function sendPart(index: number, text: string): Promise<Standing> {
    const embed = await embedOf(index, cardPart)
    const facets = await resolveFacets(text, signed.agent)
    const [root, parent] = [standing[0], standing[index - 1]]
    const record: AppBskyFeedPost.Record = {
      $type: COLLECTION,
      text,
      // A reply that is not younger than what it replies to may be shown before it.
      createdAt: new Date(work.at + index).toISOString(),
      ...(langs && { langs }),
      ...(facets.length > 0 && { facets }),
      ...(embed && { embed }),
      ...(root && parent && { reply: { root, parent } }),
    }
    work.signal.throwIfAborted()
    return write(signed, keys[index] ?? '', record)
  }

  async function embedOf(index: number, card: CardPart | null) {
    if (index === 0 && work.draft.media.length > 0) return embedImages(work.draft, signed.agent)
    return card?.index === index ? embedCard(card.link, signed.agent, work.signal, tools) : null
  }
}

const write = async ({ agent, did }: Signed, rkey: string, record: AppBskyFeedPost.Record): Promise<Standing> => {
  try {
    const { data } = await agent.com.atproto.repo.createRecord({ repo: did, collection: COLLECTION, rkey, record })
    return { uri: data.uri, cid: data.cid }
  } catch (error) {
    if (isSignedOut(error)) throw error
    throw new WriteFailed('The record could not be written', { cause: error })
  }
}

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

const read = async (agent: AtpAgent, did: string, rkey: string): Promise<Standing | null> => {
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
