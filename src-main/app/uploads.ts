import type { Event } from '../../src-preload/contract/events.ts'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { backOff } from '../core/back-off.ts'
import { Refusal } from '../core/refusal.ts'
import type { Millis } from '../core/records.ts'
import { OFFERED, type RelayDesk } from './relay.ts'
import type { World } from './world.ts'

/** Forgets what was kept of an item's uploads once the item has come to its end, and takes its files from the relay. */
export type Uploads = {
  /** Looks when something may have come to its end. */
  hear(event: Event): void
  /** Sweeps up what an earlier run left. */
  start(): void
  /** Lets what is being taken away come to its end, for a while; the rest is left to the next start. */
  stop(): Promise<void>
}

const ENDS: ReadonlySet<ItemState> = new Set(['published', 'failed', 'cancelled', 'missed'])
/** Begins the names of notes of files whose item is over: nobody is offered them any more. */
const LEFT = 'left:'
/** How long taking one file away may take. */
const PATIENCE: Millis = 30_000
const GRACE: Millis = 5_000

export const createUploads = ({ store, clock, log, random }: World, relay: RelayDesk): Uploads => {
  let stopped = false
  let sweeping: Promise<void> | null = null
  let again = false
  let tries = 0
  let callOff = () => {}
  const givingUp = new AbortController()

  /** In one step with the look at the item: one that goes on is not robbed of its notes. */
  const forget = (itemId: string) =>
    store.transaction(async (within) => {
      const item = await within.items.get(itemId)
      if (item && !ENDS.has(item.state)) return
      for (const { name, value } of await within.uploads.ofItem(itemId)) {
        if (name.startsWith(LEFT)) continue
        if (name.startsWith(OFFERED)) await within.uploads.put(itemId, LEFT + crypto.randomUUID(), value)
        await within.uploads.remove(itemId, name)
      }
    })

  /** Says whether nothing is left. */
  const clear = async (itemId: string): Promise<boolean> => {
    await forget(itemId)
    let all = true
    for (const { name, value } of await store.uploads.ofItem(itemId)) {
      if (!name.startsWith(LEFT)) continue
      try {
        await within(PATIENCE, (signal) => relay.takeAway(value, signal))
        await store.uploads.remove(itemId, name)
      } catch (error) {
        all = false
        const about = error instanceof Refusal ? error.failure.message : String(error)
        log.warn('a file could not be taken from the relay', { itemId, about })
      }
    }
    return all
  }

  const within = async (patience: Millis, work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
    const ended = new AbortController()
    const end = () => ended.abort()
    const callOff = clock.after(patience, end)
    givingUp.signal.addEventListener('abort', end, { once: true })
    try {
      await work(ended.signal)
    } finally {
      callOff()
      givingUp.signal.removeEventListener('abort', end)
    }
  }

  const round = async () => {
    let all = true
    for (const itemId of await store.uploads.items()) {
      if (givingUp.signal.aborted) return
      all = (await clear(itemId)) && all
    }
    tries = all ? 0 : tries + 1
    if (!all && !stopped) callOff = clock.after(backOff(tries + FIRST_TRY, random), sweep)
  }

  const sweep = () => {
    if (stopped) return
    if (sweeping) return void (again = true)
    callOff()
    again = false
    sweeping = round()
      .catch((error: unknown) => log.error('uploads could not be swept', { error: String(error) }))
      .finally(() => {
        sweeping = null
        if (again) sweep()
      })
  }

  return {
    hear: (event) => {
      const over =
        event.kind === 'item-changed'
          ? ENDS.has(event.item.state)
          : event.kind === 'post-changed' || event.kind === 'post-removed'
      if (over) sweep()
    },
    start: sweep,
    stop: async () => {
      stopped = true
      callOff()
      const giveUp = clock.after(GRACE, () => givingUp.abort())
      await sweeping
      giveUp()
    },
  }
}

/** Taking away is in no hurry: the first pause is over a minute. */
const FIRST_TRY = 4
