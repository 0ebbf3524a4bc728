import type { Event } from 'nostr-tools/core'
import type { Filter } from 'nostr-tools/filter'
import type { Standing, Trouble } from './failures.ts'
import type { Signer } from './keys.ts'
import { openRelay, type Relay } from './relay.ts'

/** The relays of an account, all spoken to at once; one that is in trouble is left alone from then on. */
export type Circle = {
  /** Sends an event to all; how each stands afterwards. */
  publish(event: Event): Promise<Standing[]>
  /** What each holds; null of one that could not be asked. */
  query(filter: Filter, max: number): Promise<{ relay: string; events: Event[] | null }[]>
  standings(): Standing[]
}

type Member = { url: string; relay: Relay | null; trouble: Trouble | null }

/** Opens the relays, does something with them and closes them. */
export const withRelays = async <T>(
  urls: readonly string[],
  signer: Signer,
  signal: AbortSignal,
  act: (circle: Circle) => Promise<T>,
): Promise<T> => {
  const members = await Promise.all(urls.map((url) => join(url, signer, signal)))
  try {
    return await act({
      publish: async (event) => {
        await Promise.all(members.map((member) => send(member, event)))
        return standingsOf(members)
      },
      query: (filter, max) =>
        Promise.all(members.map(async (member) => ({ relay: member.url, events: await ask(member, filter, max) }))),
      standings: () => standingsOf(members),
    })
  } finally {
    for (const { relay } of members) relay?.close()
  }
}

const join = async (url: string, signer: Signer, signal: AbortSignal): Promise<Member> => {
  try {
    return { url, relay: await openRelay(url, signer, signal), trouble: null }
  } catch (error) {
    return { url, relay: null, trouble: { kind: 'unreached', error } }
  }
}

const send = async (member: Member, event: Event): Promise<void> => {
  if (!member.relay || member.trouble) return
  try {
    const { accepted, reason } = await member.relay.publish(event)
    // A relay may call what it has already a duplicate, whichever way it says so.
    if (!accepted && !reason.startsWith('duplicate:')) member.trouble = { kind: 'refused', reason: reason || 'refused' }
  } catch (error) {
    member.trouble = { kind: 'lost', reason: error instanceof Error ? error.message : String(error) }
  }
}

const ask = async ({ relay, trouble }: Member, filter: Filter, max: number): Promise<Event[] | null> => {
  if (!relay || trouble?.kind === 'lost') return null
  try {
    return await relay.query(filter, max)
  } catch {
    return null
  }
}

const standingsOf = (members: readonly Member[]): Standing[] =>
  members.map(({ url, trouble }) => ({ relay: url, trouble }))
