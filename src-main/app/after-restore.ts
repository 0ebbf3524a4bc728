import type { ItemState } from '../../src-preload/contract/model/item.ts'
import type { Settled } from '../../src-preload/contract/model/snapshot.ts'
import { type Move, move } from '../core/lifecycle.ts'
import type { Store } from '../core/ports.ts'
import { failed, granted } from '../core/refusal.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import { canBeAsked } from './lookups.ts'
import { credentialName } from './secrets.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/*
 * Nothing is sent twice by going back to a copy.
 *
 * A copy knows nothing of what was sent after it was made: an item that it holds as waiting may stand on its channel
 * since. So before a copy takes the place of the file, each item in it that is not published is held against the file
 * that is replaced (`ledger`), which is the only one that sent anything meanwhile:
 *
 * 1. What the ledger tried since then is taken over as the ledger has it: state, marker, parts, link, attempts. What was
 *    being sent there stays unconfirmed, and its channel is asked by the marker that it was sent with.
 * 2. What the ledger has not tried was not sent. If its time passed it is missed all the same, for the person to
 *    decide: it was cancelled or moved there, and must not leave by surprise.
 * 3. Of what the ledger does not know (there is none, since the file was lost or the copy comes from elsewhere, or the
 *    item was purged), nothing is sent by itself. Where it was tried before the copy, and the channel can be asked by
 *    its marker, it is unconfirmed and asked: found, it is published; not found proves nothing (it may have been sent
 *    under a later marker, or further back than the channel looks), so it is missed, which the failure code `restored`
 *    tells `afterLookup`. Where it was never tried there is no marker to ask by: if its time passed, it is missed. What
 *    is still to come keeps its time, but Posthorn is paused: only the person knows whether another computer sends it.
 *
 * All this is written before the copy is in place: there is no moment in which the queue could look at it unsettled.
 * Keys of callers (`once`) come along too, so that a program that asks again makes no second post.
 */

/** Everything but what was published. */
const OPEN: readonly ItemState[] = [
  'draft',
  'scheduled',
  'waiting',
  'publishing',
  'unconfirmed',
  'failed',
  'missed',
  'cancelled',
]
const PENDING: ReadonlySet<ItemState> = new Set(['scheduled', 'waiting'])
const IN_FLIGHT: ReadonlySet<ItemState> = new Set(['publishing', 'unconfirmed'])

export type Settling = Pick<World, 'channels' | 'clock'>

/** Brings a copy up to what is known outside of it. `ledger`: the file it replaces; null where that cannot be read. */
export const settleRestored = async (copy: Store, ledger: Store | null, world: Settling): Promise<Settled> => {
  const now = world.clock.now()
  const told: Settled = { known: 0, asked: 0, missed: 0, doubtful: 0 }
  await copy.transaction(async (within) => {
    for (const item of await within.items.inStates(OPEN)) {
      const known = await ledger?.items.get(item.id)
      const after = known ? byLedger(item, known, now) : unknown(item, world, now)
      if (after.told !== null) told[after.told] += 1
      if (after.item === item) continue
      await within.items.put(after.item)
      if (ledger && after.told === 'known') await copyAttempts(within, ledger, item.id)
    }
    if (ledger) await copyKeys(within, ledger)
    if (told.doubtful > 0) await within.settings.put({ paused: true })
  })
  return told
}

type After = { item: ItemRecord; told: keyof Settled | null }

const byLedger = (item: ItemRecord, known: ItemRecord, now: Millis): After => {
  if (triedSince(item, known)) return { item: known, told: 'known' }
  if (!PENDING.has(item.state) || item.held !== null || !isPast(item, now)) return { item, told: null }
  // It waits there as well, for the same time: it goes on as it did.
  if (PENDING.has(known.state) && known.schedule?.at === item.schedule?.at) return { item: known, told: 'known' }
  return { item: moved(item, { kind: 'lapse', failure: notSent() }, now), told: 'missed' }
}

/** Whether the other file has done anything about sending it. What was on its way is known there alone. */
const triedSince = (item: ItemRecord, known: ItemRecord): boolean =>
  known.attempts !== item.attempts ||
  known.parts.length !== item.parts.length ||
  IN_FLIGHT.has(item.state) ||
  IN_FLIGHT.has(known.state) ||
  known.state === 'published' ||
  known.held !== null ||
  item.held !== null

const unknown = (item: ItemRecord, { channels }: Settling, now: Millis): After => {
  const inFlight = IN_FLIGHT.has(item.state)
  if (!inFlight && !PENDING.has(item.state)) return { item, told: null }
  // Its channel holds it under an id, and is asked for it in any case; it is sent from here only if it is gone there.
  if (item.held !== null && !inFlight) return { item, told: 'doubtful' }
  if (!inFlight && !isPast(item, now)) return { item, told: 'doubtful' }
  const tried = inFlight || item.attempts > 0
  const canAsk = tried && (item.marker !== null || item.held !== null) && canBeAsked(channels.get(item.channel), item)
  if (!tried) return { item: moved(item, { kind: 'lapse', failure: maybeSent(false) }, now), told: 'missed' }
  const kind = item.state === 'unconfirmed' ? 'ask-later' : 'lose'
  const lost = moved(item, { kind, failure: maybeSent(canAsk), askAt: canAsk ? now : null }, now)
  return { item: lost, told: canAsk ? 'asked' : 'missed' }
}

const isPast = (item: ItemRecord, now: Millis): boolean =>
  (item.schedule?.at ?? 0) <= now || (item.nextAt !== null && item.nextAt <= now)

const moved = (item: ItemRecord, by: Move, now: Millis): ItemRecord => granted(move(item, by, now))

const copyAttempts = async (within: Store, ledger: Store, itemId: string): Promise<void> => {
  for (const attempt of await ledger.attempts.ofItem(itemId)) await within.attempts.put(attempt)
}

/** Proofs of what was made, and passwords that were renewed since: the older ones hold no more. */
const copyKeys = async (within: Store, ledger: Store): Promise<void> => {
  for (const receipt of await ledger.receipts.list()) await within.receipts.put(receipt)
  for (const { id } of await within.accounts.list()) {
    for (const name of [credentialName(id), `${id}:session`]) {
      const secret = await ledger.secrets.get(name)
      if (secret) await within.secrets.put(name, secret)
    }
  }
}

const notSent = () =>
  failed(
    'restored',
    'It was waiting in the copy that was put back, and its time passed without it being sent.',
    'Publish it now, choose a new time, or dismiss it.',
    { told: because('restored-missed') },
  )

const maybeSent = (asked: boolean) =>
  failed(
    'restored',
    'It was waiting in the copy that was put back, and may have been published since the copy was made.',
    asked
      ? 'Its channel is asked; if it is not found there, publish it again or dismiss it.'
      : 'Look at the channel; publish it now only if it is not there.',
    { told: because('restored-unsure', { asked: String(asked) }) },
  )
