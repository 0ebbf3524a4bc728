import type { DeliveryRecord, Millis } from '../core/records.ts'
import { attempt } from './delivery-attempt.ts'
import type { Outbox } from './outbox.ts'
import type { SecretKeeper } from './secrets.ts'
import type { World } from './world.ts'

/** Sends what the outbox holds. */
export type Deliveries = {
  start(): Promise<void>
  /** Lets what is on its way be answered for a moment, then calls it off; it is sent again by the next run. */
  stop(): Promise<void>
  /** There may be something to send. */
  nudge(): void
}

/** How many addresses are spoken to at once; each gets one message at a time. */
const LANES = 4
/** The longest pause between two looks while something waits: timers are lost in sleep. */
const TICK: Millis = 60_000
/** A webhook that did not take a message is left alone until the next try of it, and at most this long. */
const LONGEST_REST: Millis = 30_000
/** What came to its end is kept in the log for this long. */
const KEEP: Millis = 30 * 86_400_000
const DAY: Millis = 86_400_000
/** How long what is on its way may go on after a stop. */
const GRACE: Millis = 2_000
/** The pause after a look that the file did not allow. */
const RECOVERING: Millis = 5_000

/**
 * The loop that sends messages to webhooks, each at least once: what came of a try is written after it, so a crash in
 * between leads to a second delivery with the same `webhook-id`, by which receivers know it again. Messages to one
 * webhook keep their order as far as retries allow: behind one that failed the others wait for its next try, but no
 * longer than half a minute.
 */
export const createDeliveries = (world: World, secrets: SecretKeeper, outbox: Outbox): Deliveries => {
  const { store, clock, log } = world
  const lanes = new Map<string, Promise<void>>()
  const resting = new Map<string, { until: Millis; deliveryId: string }>()
  const callingOff = new AbortController()
  let running = false
  let looking: Promise<void> | null = null
  let again = false
  let purgedAt: Millis | null = null
  let cancel = () => {}

  const look = async () => {
    cancel()
    await purge()
    do {
      again = false
      await fill()
    } while (again)
    await arm()
  }

  /** One look at a time; what is asked for meanwhile is looked at once more. */
  const lookSoon = () => {
    if (!running) return
    again = true
    looking ??= look()
      .catch(broken)
      .finally(() => {
        looking = null
        if (again) lookSoon()
      })
  }

  const broken = (error: unknown) => {
    log.error('the deliveries could not be looked at', { error: String(error) })
    again = false
    wakeIn(RECOVERING)
  }

  const wakeIn = (delay: Millis) => {
    cancel()
    if (running) cancel = clock.after(delay, lookSoon)
  }

  const fill = async () => {
    while (lanes.size < LANES) {
      if (!running) return
      const [due] = await store.deliveries.due(clock.now(), 1, spokenFor())
      if (!due) return
      const delivery = await firstOf(due)
      const lane = send(delivery)
        .catch((error: unknown) => {
          log.error('a delivery broke', { deliveryId: delivery.id, error: String(error) })
          rest(delivery, clock.now() + LONGEST_REST)
        })
        .finally(() => {
          lanes.delete(delivery.hookId)
          lookSoon()
        })
      lanes.set(delivery.hookId, lane)
    }
  }

  /** Webhooks that are being sent to, or left alone after a failure. */
  const spokenFor = () => {
    const now = clock.now()
    return [...lanes.keys(), ...[...resting].flatMap(([hookId, { until }]) => (until > now ? [hookId] : []))]
  }

  /** What the webhook did not take last time goes before what came after it. */
  const firstOf = async (due: DeliveryRecord): Promise<DeliveryRecord> => {
    const rested = resting.get(due.hookId)
    resting.delete(due.hookId)
    const failed = rested && (await store.deliveries.get(rested.deliveryId))
    return failed && failed.nextAt !== null && failed.nextAt <= clock.now() ? failed : due
  }

  const send = async (delivery: DeliveryRecord) => {
    const hook = (await store.hooks.list()).find(({ id }) => id === delivery.hookId)
    const after = hook?.active
      ? await attempt(world, secrets, hook, delivery, callingOff.signal)
      : ({ ...delivery, state: 'given-up', nextAt: null, error: 'The webhook is switched off.' } as const)
    if (!after) return
    await store.deliveries.put(after)
    if (after.nextAt !== null) rest(delivery, after.nextAt)
  }

  const rest = ({ id, hookId }: DeliveryRecord, until: Millis) =>
    resting.set(hookId, { until: Math.min(until, clock.now() + LONGEST_REST), deliveryId: id })

  /** Sets the one timer to what can be sent next; none where nothing waits. A lane that ends looks by itself. */
  const arm = async () => {
    const now = clock.now()
    const [next] = await store.deliveries.due(Number.MAX_SAFE_INTEGER, 1, spokenFor())
    const rested = [...resting.values()].map(({ until }) => until).filter((until) => until > now)
    const soonest = Math.min(next?.nextAt ?? Infinity, ...rested)
    if (soonest !== Infinity && lanes.size < LANES) wakeIn(Math.max(0, Math.min(TICK, soonest - now)))
  }

  const purge = async () => {
    const now = clock.now()
    if (purgedAt !== null && now < purgedAt + DAY) return
    await store.deliveries.purge(now - KEEP)
    purgedAt = now
  }

  // Looked at after the transaction in which it was put: the store's steps follow one another.
  outbox.onPut(lookSoon)

  return {
    start: async () => {
      running = true
      lookSoon()
      await looking
    },
    stop: async () => {
      running = false
      cancel()
      await looking
      const giveUp = clock.after(GRACE, () => callingOff.abort())
      await Promise.allSettled(lanes.values())
      giveUp()
    },
    nudge: lookSoon,
  }
}
