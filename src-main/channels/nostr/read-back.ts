import type { Event } from 'nostr-tools/core'
import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools, NativePost, ReadBack } from '../channel.ts'
import { withRelays } from './circle.ts'
import { NOTE, OWN_ANSWER } from './events.ts'
import { outcomeOfError, outcomeOfRelays } from './failures.ts'
import { failureOf, partOf } from './publish.ts'
import { openSigner } from './remote-signer.ts'
import { type NostrSettings, relaysOf } from './settings.ts'

/** Notes read from a relay at most: beyond that nothing is said of what stands. */
const MAX_NOTES = 500

type Found = { event: Event; relays: string[] }

/** The notes of the account on all of its relays, a thread as one post; answers to others are no posts of their own. */
export const readBack = async (
  access: Access<NostrSettings>,
  since: Millis,
  tools: ChannelTools,
): Promise<ReadBack> => {
  const { settings } = access
  try {
    const signer = await openSigner(access, tools)
    return await withRelays(relaysOf(settings), signer, access.signal, async (circle) => {
      const filter = { kinds: [NOTE], authors: [signer.pubkey], since: Math.ceil(since / 1000) }
      const answers = await circle.query(filter, MAX_NOTES)
      if (answers.every(({ events }) => events === null)) {
        return { kind: 'failed', failure: failureOf(outcomeOfRelays(circle.standings(), tools)) }
      }
      const found = new Map<string, Found>()
      for (const { relay, events } of answers) {
        for (const event of events ?? []) {
          const known = found.get(event.id)
          if (known) known.relays.push(relay)
          else found.set(event.id, { event, relays: [relay] })
        }
      }
      // What a relay that was not asked holds is unknown, so nothing may be taken for gone.
      const whole = answers.every(({ events }) => events !== null && events.length < MAX_NOTES)
      const posts = await Promise.all(joinThreads([...found.values()]).map((thread) => postOf(thread, settings)))
      return { kind: 'read', posts, from: whole ? since : tools.clock.now() }
    })
  } catch (error) {
    return { kind: 'failed', failure: failureOf(outcomeOfError(error, tools, settings.mediaServer)) }
  }
}

/** Newest first; a note goes with the one that it answers when that is the account's own. */
const joinThreads = (found: readonly Found[]): Found[][] => {
  const threads = new Map<string, Found[]>()
  const posts: Found[][] = []
  for (const one of found.toSorted((a, b) => a.event.created_at - b.event.created_at)) {
    const parent = parentOf(one.event)
    const thread = (parent === null ? null : threads.get(parent)) ?? (isOwn(one.event, parent) ? [] : null)
    if (!thread) continue
    if (thread.length === 0) posts.push(thread)
    thread.push(one)
    threads.set(one.event.id, thread)
  }
  return posts.toReversed()
}

/** What answers nobody, or was sent as a post of its own all the same. */
const isOwn = ({ tags }: Event, parent: string | null): boolean =>
  parent === null || tags.some(([name, value]) => name === OWN_ANSWER[0] && value === OWN_ANSWER[1])

/** The note it answers, by the marks of NIP-10, else the last that it names. */
const parentOf = ({ tags }: Event): string | null => {
  const named = tags.filter(([name]) => name === 'e')
  const marked = (marker: string) => named.find((tag) => tag[3] === marker)
  const parent = marked('reply') ?? marked('root') ?? named.findLast((tag) => tag[3] !== 'mention')
  return parent?.[1] ?? null
}

const postOf = async (thread: readonly Found[], settings: NostrSettings): Promise<NativePost> => {
  const parts = await Promise.all(thread.map(({ event, relays }) => partOf(event, relays, settings)))
  const { id, url } = parts[0] ?? { id: '', url: null }
  return {
    remote: { id, url, parts: parts.length > 1 ? parts : [] },
    text: thread.map(({ event }) => wordsOf(event)).join('\n---\n'),
    at: (thread[0]?.event.created_at ?? 0) * 1000,
    pictures: thread.flatMap(({ event }) => picturesOf(event)),
  }
}

type About = { url: string; mime: string; alt: string }

/** What `imeta` tells about the files of a note. */
const filesOf = ({ tags }: Event): About[] =>
  tags
    .filter(([name]) => name === 'imeta')
    .map((tag) => {
      const told = (key: string) => tag.find((field) => field.startsWith(`${key} `))?.slice(key.length + 1) ?? ''
      return { url: told('url'), mime: told('m'), alt: told('alt') }
    })
    .filter(({ url }) => /^https?:\/\//.test(url) && URL.canParse(url))

const picturesOf = (event: Event): NativePost['pictures'] =>
  filesOf(event)
    .filter(({ mime }) => mime.startsWith('image/'))
    .map(({ url, alt }) => ({ url, alt }))

/** The text without the addresses of its files at the end. */
const wordsOf = (event: Event): string => {
  const files = new Set(filesOf(event).map(({ url }) => url))
  const lines = event.content.split('\n')
  while (lines.length > 0 && (files.has(lines.at(-1) ?? '') || (files.size > 0 && lines.at(-1) === ''))) lines.pop()
  return lines.join('\n')
}
