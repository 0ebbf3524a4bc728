import type { Agent, ComAtprotoRepoStrongRef } from '@atproto/api'
import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import { RequestFailed, sendRequest } from '../kit/send-request.ts'
import { readAnswer } from './failures.ts'
import { appViewOf, type BlueskySettings } from './settings.ts'

/** What a record is named by: where it stands, and in which version. */
export type Reference = { uri: string; cid: string }

const COLLECTIONS: Readonly<Record<string, string>> = {
  post: 'app.bsky.feed.post',
  lists: 'app.bsky.graph.list',
}

type Place = { repo: string; collection: string; rkey: string }

/** Reads the address of a post or list, on a site or in the protocol's own form; its options were checked before. */
const placeOf = (address: string): Place => {
  const [, repo = '', kind = '', rkey = ''] =
    /^at:\/\/([^/]+)\/([^/]+)\/([^/?#]+)/.exec(address) ?? /\/profile\/([^/]+)\/([^/]+)\/([^/?#]+)/.exec(address) ?? []
  return { repo, collection: COLLECTIONS[kind] ?? kind, rkey }
}

/** The same in the protocol's own form, with the permanent name of whose it is. */
export const permanentAddress = async (address: string, agent: Agent): Promise<string> => {
  const { repo, collection, rkey } = placeOf(address)
  return `at://${await didOf(repo, agent)}/${collection}/${rkey}`
}

const didOf = async (repo: string, agent: Agent): Promise<string> => {
  if (repo.startsWith('did:')) return repo
  try {
    return (await agent.resolveHandle({ handle: repo })).data.did
  } catch (error) {
    return readAnswer(error).status === 400 ? missing(repo) : Promise.reject(error)
  }
}

const found = z.object({ uri: z.string(), cid: z.string(), value: z.looseObject({ reply: z.unknown().optional() }) })
type Found = z.infer<typeof found>

/** The post at an address as it is to be named in a quote. */
export const referTo = async (address: string, agent: Agent, settings: BlueskySettings, signal: AbortSignal) => {
  const { uri, cid } = await findPost(address, agent, settings, signal)
  return { uri, cid } satisfies ComAtprotoRepoStrongRef.Main
}

const reference = z.object({ uri: z.string(), cid: z.string() })
const replyRefs = z.object({ root: reference })

/** What a reply to the post at an address names: that post, and the one its thread begins with. */
export const replyTo = async (
  address: string,
  agent: Agent,
  settings: BlueskySettings,
  signal: AbortSignal,
): Promise<{ root: Reference; parent: Reference }> => {
  const { uri, cid, value } = await findPost(address, agent, settings, signal)
  const parent = { uri, cid }
  return { root: replyRefs.safeParse(value.reply).data?.root ?? parent, parent }
}

/** A post of anybody's: the account's server knows its own, and mostly asks for others; else the network is asked. */
const findPost = async (
  address: string,
  agent: Agent,
  settings: BlueskySettings,
  signal: AbortSignal,
): Promise<Found> => {
  const { repo, collection, rkey } = placeOf(await permanentAddress(address, agent))
  try {
    return found.parse((await agent.com.atproto.repo.getRecord({ repo, collection, rkey })).data)
  } catch (error) {
    const { status } = readAnswer(error)
    if (!(error instanceof z.ZodError) && (status < 400 || status >= 500)) throw error
  }
  const url = new URL('/xrpc/com.atproto.repo.getRecord', appViewOf(settings))
  url.search = new URLSearchParams({ repo, collection, rkey }).toString()
  const answer = await sendRequest(url, { method: 'GET', signal })
  const parsed = found.safeParse(answer.body)
  if (parsed.success) return parsed.data
  if (answer.status >= 400 && answer.status < 500 && answer.status !== 429) return missing(address)
  throw new RequestFailed(answer, false, parsed.error)
}

const missing = (address: string): never =>
  refuse(
    'rejected-by-channel',
    `There is no ${address} on Bluesky, or it cannot be seen.`,
    'Check the address in the options of the post.',
    { field: 'options' },
  )
