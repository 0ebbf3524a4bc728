import type { AppBskyFeedPost } from '@atproto/api'
import { z } from 'zod'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, NativePost, ReadBack } from '../channel.ts'
import { failureOf } from './failures.ts'
import { COLLECTION, partOf } from './publish.ts'
import { timeOfKey } from './record-keys.ts'
import { asAccount, type Signed } from './session.ts'
import type { BlueskySettings } from './settings.ts'

/** Records asked for at a time, and pages read at most. */
const PAGE = 100
const MAX_PAGES = 50

type Found = { uri: string; at: Millis; record: AppBskyFeedPost.Record }

/** What stands in the account's own store, a thread as one post; answers to others are no posts of their own. */
export const readBack = async (
  access: Access<BlueskySettings>,
  since: Millis,
  tools: ChannelTools,
): Promise<ReadBack> => {
  try {
    return await asAccount(access, tools, async (signed) => {
      const { found, from } = await readSince(signed, since)
      return { kind: 'read', posts: joinThreads(found, signed), from }
    })
  } catch (error) {
    return { kind: 'failed', failure: failureOf(error, tools, access) }
  }
}

/** Records are listed by their keys, newest first; a key tells when it was made. */
const readSince = async ({ agent, did }: Signed, since: Millis): Promise<{ found: Found[]; from: Millis }> => {
  const found: Found[] = []
  let cursor: string | undefined
  for (let page = 0; page < MAX_PAGES; page++) {
    const { data } = await agent.com.atproto.repo.listRecords({
      repo: did,
      collection: COLLECTION,
      limit: PAGE,
      ...(cursor !== undefined && { cursor }),
    })
    for (const { uri, value } of data.records) {
      const record = value as AppBskyFeedPost.Record
      const written = Date.parse(record.createdAt)
      const made = timeOfKey(uri.split('/').at(-1) ?? '') ?? written
      if (made < since) return { found, from: since }
      found.push({ uri, at: Number.isNaN(written) ? made : written, record })
    }
    cursor = data.cursor
    if (cursor === undefined || data.records.length === 0) return { found, from: since }
  }
  return { found, from: timeOfKey(found.at(-1)?.uri.split('/').at(-1) ?? '') ?? since }
}

const joinThreads = (found: readonly Found[], { home, did, handle }: Signed): NativePost[] => {
  const threads = new Map<string, Found[]>()
  const posts: Found[][] = []
  for (const one of found.toReversed()) {
    const { reply } = one.record
    const thread = reply ? threads.get(reply.parent.uri) : []
    if (!thread) continue
    if (thread.length === 0) posts.push(thread)
    thread.push(one)
    threads.set(one.uri, thread)
  }
  return posts.toReversed().map((thread) => ({
    remote: remoteOf(thread, handle),
    text: thread.map(({ record }) => record.text).join('\n---\n'),
    at: thread[0]?.at ?? 0,
    pictures: thread.flatMap(({ record }) => picturesOf(record, home, did)),
  }))
}

const remoteOf = (thread: readonly Found[], handle: string): Remote => {
  const parts = thread.map((one) => partOf(one, handle))
  const { id, url } = parts[0] ?? { id: '', url: null }
  return { id, url, parts: parts.length > 1 ? parts : [] }
}

const picture = z.object({ alt: z.string().catch(''), image: z.object({ ref: z.unknown() }) })
const pictures = z.array(z.unknown()).transform((all) => all.flatMap((one) => picture.safeParse(one).data ?? []))
const shown = z.object({ images: pictures.optional(), items: pictures.optional() })

/** What is read is only known to be a record: pictures that are not as they should be are left out. */
const picturesOf = ({ embed }: AppBskyFeedPost.Record, home: URL, did: string): NativePost['pictures'] => {
  const { media } = (embed ?? {}) as { media?: unknown }
  const { images = [], items = [] } = shown.safeParse(media ?? embed).data ?? {}
  return [...images, ...items].flatMap(({ alt, image: { ref } }) => {
    const url = new URL('/xrpc/com.atproto.sync.getBlob', home)
    url.search = new URLSearchParams({ did, cid: String(ref) }).toString()
    return ref == null ? [] : [{ url: url.href, alt }]
  })
}
