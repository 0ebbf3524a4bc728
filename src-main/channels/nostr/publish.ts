import type { Event } from 'nostr-tools/core'
import type { Remote } from '../../../src-preload/contract/model/item.ts'
import { failed, refuse } from '../../core/refusal.ts'
import type { Change, ChannelTools, Lookup, Outcome, Work } from '../channel.ts'
import { type Circle, withRelays } from './circle.ts'
import { notesOf, type UnsignedNote } from './events.ts'
import { outcomeOfError, outcomeOfRelays, reservationOf, spell, type Standing } from './failures.ts'
import type { Signer } from './keys.ts'
import { createdAtOf } from './marker.ts'
import { placeFiles, prepareFiles, recallFiles } from './media.ts'
import { isRemote, openSigner } from './remote-signer.ts'
import { hostOf, type NostrSettings, relaysOf } from './settings.ts'
import { createUploader } from './upload.ts'

/** Addresses of relays that an address of a post names, so that viewers find it. */
const HINTS = 3
const DELETION = 5

/**
 * Sends a post or a thread to all relays. A part stands when one relay took it. What stands already is sent along: it is
 * the same event, so nobody gets it twice, and relays that were away catch up.
 */
export const publish = async (work: Work<NostrSettings>, tools: ChannelTools): Promise<Outcome> => {
  const { settings, draft, signal } = work
  try {
    const createdAt = createdAtOf(work.marker)
    const signer = await openSigner(work, tools)
    const upload = createUploader(signer, tools.clock.now(), signal)
    const files = await placeFiles(await prepareFiles(draft, settings.mediaServer), work, upload)
    const notes = await notesOf(draft, files, settings, signer.pubkey, createdAt)
    assertSame(work, notes)
    // All of a thread before any of it goes: a signer that leaves in the middle leaves nothing half said.
    const events: Event[] = []
    for (const note of notes) events.push(await signed(note, work, signer))
    return await withRelays(relaysOf(settings), signer, signal, (circle) => sendAll(work, events, circle, tools))
  } catch (error) {
    return outcomeOfError(error, tools, settings.mediaServer)
  }
}

/** A signer elsewhere is asked for each note once: what it signed is kept until the post has come to its end. */
const signed = async (note: UnsignedNote, work: Work<NostrSettings>, signer: Signer): Promise<Event> => {
  const { id, pubkey, ...template } = note
  if (!isRemote(work.secret)) return signer.sign(template)
  const name = `signature:${id}`
  const before = await work.notes.read(name)
  if (before !== null) return { ...template, id, pubkey, sig: before }
  const event = await signer.sign(template)
  await work.notes.write(name, event.sig)
  return event
}

const sendAll = async (
  work: Work<NostrSettings>,
  events: readonly Event[],
  circle: Circle,
  tools: ChannelTools,
): Promise<Outcome> => {
  let standings: Standing[] = []
  for (const event of events) {
    standings = await circle.publish(event)
    const having = haveIt(standings)
    if (having.length === 0) return outcomeOfRelays(standings, tools)
    const known = work.parts.some(({ id }) => id === event.id)
    if (events.length > 1 && !known) await work.onPart(await partOf(event, having, work.settings))
  }
  const reservation = reservationOf(standings)
  const remote = await remoteOf(events, haveIt(standings), work.settings)
  return { kind: 'published', remote, ...(reservation && { reservation }) }
}

/**
 * Whether all parts stand on some relay. Where no relay can be asked nobody knows; where only some can, a post that they
 * do not have counts as absent: sent again, it is the same event.
 */
export const lookup = async (work: Work<NostrSettings>, tools: ChannelTools): Promise<Lookup> => {
  try {
    const signer = await openSigner(work, tools)
    const files = await recallFiles(await prepareFiles(work.draft, work.settings.mediaServer), work.notes)
    const events = await notesOf(work.draft, files, work.settings, signer.pubkey, createdAtOf(work.marker))
    return await withRelays(relaysOf(work.settings), signer, work.signal, async (circle) => {
      const ids = events.map(({ id }) => id)
      const answers = await circle.query({ ids }, ids.length)
      const told = answers.filter((answer) => answer.events !== null)
      if (told.length === 0) return { kind: 'unknown', failure: failureOf(outcomeOfRelays(circle.standings(), tools)) }
      const holding = (id: string) => told.filter(({ events }) => events?.some((event) => event.id === id))
      if (!ids.every((id) => holding(id).length > 0)) return { kind: 'absent' }
      const relays = holding(ids[0] ?? '').map(({ relay }) => relay)
      return { kind: 'found', remote: await remoteOf(events, relays, work.settings) }
    })
  } catch (error) {
    return { kind: 'unknown', failure: failureOf(outcomeOfError(error, tools, work.settings.mediaServer)) }
  }
}

/** Asks every relay that may have the post to delete it (NIP-09). */
export const unpublish = async (work: Work<NostrSettings>, remote: Remote, tools: ChannelTools): Promise<Change> => {
  const { settings } = work
  const ids = remote.parts.length > 0 ? remote.parts.map(({ id }) => id) : [remote.id]
  try {
    const signer = await openSigner(work, tools)
    return await withRelays(relaysOf(settings), signer, work.signal, async (circle) => {
      const before = await circle.query({ ids }, ids.length)
      const foreign = before.flatMap(({ events }) => events ?? []).some(({ pubkey }) => pubkey !== signer.pubkey)
      if (foreign) return { kind: 'refused', failure: notOurs(remote.id) }
      const standings = await circle.publish(await deletionOf(ids, signer, tools.clock.now()))
      const may = new Set(before.filter(({ events }) => events === null || events.length > 0).map(({ relay }) => relay))
      const left = standings.filter(({ relay, trouble }) => trouble && may.has(relay))
      return left.length === 0 ? { kind: 'done', remote } : { kind: 'refused', failure: stillThere(left) }
    })
  } catch (error) {
    return { kind: 'refused', failure: failureOf(outcomeOfError(error, tools, settings.mediaServer)) }
  }
}

const deletionOf = (ids: readonly string[], signer: Signer, now: number): Promise<Event> =>
  signer.sign({
    kind: DELETION,
    created_at: Math.floor(now / 1000),
    content: '',
    tags: [...ids.map((id) => ['e', id]), ['k', '1']],
  })

/** A thread whose sent part would be another event by now cannot go on, and is not begun anew by itself. */
const assertSame = ({ parts }: Work<NostrSettings>, events: readonly UnsignedNote[]): void => {
  if (parts.every(({ id }) => events.some((event) => event.id === id))) return
  refuse(
    'rejected-by-channel',
    'A part of this thread was sent before and reads otherwise now.',
    'Delete what is left of it with another app, then duplicate the post and send that.',
  )
}

const haveIt = (standings: readonly Standing[]): string[] =>
  standings.filter(({ trouble }) => trouble === null).map(({ relay }) => relay)

/** A note as its address in a viewer, which names relays that have it. */
export const partOf = async (
  { id, pubkey: author }: Pick<Event, 'id' | 'pubkey'>,
  relays: readonly string[],
  { viewer }: Pick<NostrSettings, 'viewer'>,
): Promise<Remote['parts'][number]> => {
  const { neventEncode } = await import('nostr-tools/nip19')
  const code = neventEncode({ id, author, relays: relays.slice(0, HINTS) })
  return { id, url: new URL(code, viewer.endsWith('/') ? viewer : `${viewer}/`).href }
}

const remoteOf = async (
  events: readonly Pick<Event, 'id' | 'pubkey'>[],
  relays: readonly string[],
  settings: NostrSettings,
): Promise<Remote> => {
  const parts = await Promise.all(events.map((event) => partOf(event, relays, settings)))
  const { id, url } = parts[0] ?? { id: '', url: null }
  return { id, url, parts: parts.length > 1 ? parts : [] }
}

export const failureOf = (outcome: Outcome) =>
  outcome.kind === 'published'
    ? failed('channel-error', 'The relays could not be asked.', 'Try again in a moment.')
    : outcome.failure

const notOurs = (id: string) =>
  failed('rejected-by-channel', 'This post was made with another key.', 'Delete it with the app that has that key.', {
    detail: id,
  })

const stillThere = (left: readonly Standing[]) =>
  failed(
    'channel-error',
    `Not every relay took the request to delete it: it may still stand on ${left.map(({ relay }) => hostOf(relay)).join(', ')}.`,
    'Try again when they can be reached.',
    { detail: spell(left) },
  )
