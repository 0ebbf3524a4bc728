import type { WaitingReason } from '../../src-preload/contract/model/item.ts'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import type { Store } from '../core/ports.ts'
import type { ItemRecord, Millis } from '../core/records.ts'
import type { AccountDesk } from './account-desk.ts'
import type { Announcer } from './announcer.ts'
import { type Looked, lookAt } from './claim.ts'
import { finish } from './finish.ts'
import { createHosts } from './hosts.ts'
import { hasten } from './put-off.ts'
import { type Finished, type Job, runJob } from './jobs.ts'
import type { Meters } from './meters.ts'
import type { Notices } from './notices.ts'
import type { Outbox } from './outbox.ts'
import type { RelayDesk } from './relay.ts'
import { loseOrphan } from './orphan.ts'
import { releaseHeld } from './release.ts'
import { afterSetBack } from './set-back.ts'
import type { SettingsKeeper } from './settings.ts'
import { createTurns } from './turns.ts'
import type { World } from './world.ts'

/** Looks at what is due and sends it: the scheduler and the publisher's lanes in one. */
export type Queue = {
  /** Something was saved that may be due: look again, and tell the new status. */
  changed(): Promise<void>
  start(): Promise<void>
  stop(): Promise<void>
  nudge(why: 'resume' | 'online'): void
  /** Sends these items now, one after another, without a running scheduler. */
  publish(itemIds: readonly string[]): Promise<void>
  /** The person wants something tried for this account now, whatever was found out about its host. */
  insist(accountId: string): void
  lastLookAt(): Millis | null
  /** Items on their way. */
  sending(): number
  /** Servers left alone since they could not be reached, and until when. */
  resting(): { host: string; until: Millis; accountIds: string[] }[]
  /** The last time that nobody looked for longer than there should be between two looks; null: never in this run. */
  asleep(): Asleep | null
}

/** The machine slept, the process stood still, or the clock was set. */
export type Asleep = { from: Millis; until: Millis }

/** The longest pause between two looks: timers are lost in sleep and clocks are set, so the wall clock is asked often. */
const TICK: Millis = 60_000
/** How many channels are spoken to at once; an account only ever has one item on its way. */
const LANES = 4
/** What has been on its way for so long (an upload, a server that does not answer) leaves its place to another. */
const SLOW: Millis = 2_000
/** How much may be on its way in all. */
const MOST_LANES = 32
/** A clock that went back further than this was set, and times computed from the old one mean nothing. */
const SET_BACK: Millis = 5_000
/** A look that comes so much later than it should was not only slow. */
const OVERSLEPT: Millis = 30_000
/** How long what is being sent may go on after a stop before it is called off. */
const GRACE: Millis = 10_000
/** The pause after a look that changed nothing although something was due: a broken disk must not make it spin. */
const FRUITLESS: Millis = 250
/** The pause after a look that the file did not allow. */
const RECOVERING: Millis = 5_000

type Deps = {
  world: World
  announcer: Announcer
  settings: SettingsKeeper
  accounts: AccountDesk
  notices: Notices
  meters: Meters
  outbox: Outbox
  relay: RelayDesk
  /** The status as callers see it, to be told after changes. */
  status: () => Promise<Status>
}

export const createQueue = (deps: Deps): Queue => {
  const { world, announcer, settings, accounts, notices, status } = deps
  const { store, clock, log } = world
  const busy = new Set<string>()
  const lanes = new Set<Promise<void>>()
  const hosts = createHosts(world.random)
  const turns = createTurns(world)
  const parts = { ...deps, hosts, turns }
  let slow = 0
  const callingOff = new AbortController()
  let running = false
  let stopped = false
  let fruitless = false
  let lastLook: Millis | null = null
  let asleep: Asleep | null = null
  let callOff = () => {}

  /** Writes what a job came to and claims the next one, in one transaction: one commit an item. */
  const advance = async (finished: Finished | null, only?: string): Promise<Job | null> => {
    const chosen = await settings.get()
    const back = finished ? leave(finished.job, finished) : []
    const { looked, job } = await store.transaction(async (within) => {
      const looked = finished ? await settled(within, finished) : []
      // While stopping, nothing new is begun.
      const job = stopped ? null : await claimNext(within, chosen, looked, only)
      return { looked, job }
    })
    await tell(looked, finished)
    if (back.length > 0) await letGo(back)
    return job
  }

  /** Looks at what is due until there is something to run. */
  const claimNext = async (within: Store, chosen: Settings, looked: Looked[], only?: string): Promise<Job | null> => {
    const now = clock.now()
    let again = true
    while (again) {
      again = false
      const due = only === undefined ? await within.items.due(now, 16, taken()) : await oneOf(within, only, now)
      for (const item of due) {
        const look = await lookAt(within, parts, chosen, item)
        // Its account is known to be on that host from now on, and what stands behind it comes into view.
        if (look === 'crowded') again = only === undefined
        if (look === 'crowded' || !look) continue
        looked.push(look)
        if (look.job) return take(look.job)
      }
    }
    return null
  }

  /** Accounts for which nothing is begun: one item of theirs is on its way, or enough on their host. */
  const taken = (): string[] => [...busy, ...hosts.closed()]

  /** A host is back: what waited for it goes, in the order in which it was meant. */
  const letGo = async (accountIds: readonly string[]) => {
    for (const accountId of accountIds) {
      await releaseHeld(world, announcer, { reasons: ['unreachable'], accountId }, clock.now())
    }
    lookSoon()
  }

  const settled = async (within: Store, finished: Finished): Promise<Looked[]> => {
    const item = await finish(within, deps, finished)
    if (item?.state === 'published') turns.sent(item)
    return item ? [{ item, post: finished.job.post, account: finished.job.account, job: null }] : []
  }

  // Transactions follow one another, so the next one sees this account as taken.
  const take = (job: Job): Job => {
    busy.add(job.account.id)
    hosts.enter(job.account)
    return job
  }

  const leave = ({ account }: Job, finished: Finished | null): string[] => {
    busy.delete(account.id)
    return hosts.leave(account, finished, clock.now())
  }

  const tell = async (looked: readonly Looked[], finished: Finished | null) => {
    if (finished?.kind === 'sent' && finished.outcome.kind === 'signed-out') {
      await accounts.signOut(finished.job.account, finished.outcome.failure)
    }
    for (const { item, post, account } of looked) {
      announcer.item(item, item.override.text ?? post.text)
      await notices.about(item, post, account)
    }
    if (looked.length === 0) return
    fruitless = false
    announcer.emit({ kind: 'status-changed', status: await status() })
  }

  const lane = async () => {
    let job = await advance(null)
    while (job) job = await advance(await run(job))
  }

  /** An error of our own must not hold the account: the job's lease runs out, and its channel is asked. */
  const run = async (job: Job): Promise<Finished> => {
    let isSlow = false
    const notSlow = clock.after(SLOW, () => {
      isSlow = true
      slow += 1
      lookSoon()
    })
    try {
      return await runJob(job, deps, callingOff.signal)
    } catch (error) {
      leave(job, null)
      throw error
    } finally {
      notSlow()
      if (isSlow) slow -= 1
    }
  }

  const look = async () => {
    if (!running) return
    callOff()
    const now = clock.now()
    if (lastLook !== null && now < lastLook - SET_BACK) await setBack(now)
    if (lastLook !== null && now > lastLook + TICK + OVERSLEPT) asleep = { from: lastLook, until: now }
    lastLook = now
    fruitless = true
    while (hasRoom()) {
      const started: Promise<void> = lane()
        .catch((error: unknown) => log.error('a lane broke', { error: String(error) }))
        .finally(() => {
          lanes.delete(started)
          if (lanes.size === 0) void arm().catch(broken)
        })
      lanes.add(started)
      // One lane finds out whether there is anything; only then is it worth another.
      if (!(await moreThanOneDue())) break
    }
    await arm()
  }

  const hasRoom = () => lanes.size - slow < LANES && lanes.size < MOST_LANES

  const moreThanOneDue = async () => (await store.items.due(clock.now(), 1, taken())).length > 0

  const lookSoon = () => void look().catch(broken)

  /** A file that cannot be read right now (a full disk, a lost mount) must not end the looking. */
  const broken = (error: unknown) => {
    log.error('the queue could not be looked at', { error: String(error) })
    if (!running) return
    callOff()
    callOff = clock.after(RECOVERING, lookSoon)
  }

  /** Sets the one timer: to the soonest item, and at most a tick ahead. */
  const arm = async () => {
    if (!running) return
    // What is taken is looked at by the lane that has it; the next of the others must not wait for that.
    const [next] = await store.items.due(Number.MAX_SAFE_INTEGER, 1, taken())
    const wait = next?.nextAt == null ? TICK : next.nextAt - clock.now()
    const delay = wait > 0 ? Math.min(TICK, wait) : !hasRoom() ? TICK : fruitless || lanes.size > 0 ? FRUITLESS : 0
    callOff()
    callOff = clock.after(delay, lookSoon)
  }

  /** Brings forward what waits for a channel by a time of Posthorn's own making. */
  const releaseSelfTimed = (at: Millis, more: readonly WaitingReason[] = []) =>
    releaseHeld(world, announcer, { reasons: ['offline', 'unreachable', ...more] }, at)

  /** Times computed from the clock as it was mean nothing, whoever named them: what is still too soon is told so again. */
  const setBack = async (now: Millis) => {
    log.warn('the clock was set back', { by: lastLook === null ? 0 : lastLook - now })
    hosts.forget()
    await releaseSelfTimed(now, ['quota', 'rate-limited', 'turn'])
    await afterSetBack(parts, announcer)
  }

  /** What a run that ended without a word left in the middle of being sent. */
  const recover = async () => {
    await store.transaction(async (within) => {
      for (const item of await within.items.inStates(['publishing'])) await loseOrphan(within, world, item)
    })
  }

  return {
    changed: async () => {
      if (!(await settings.get()).paused) await releaseHeld(world, announcer, { reasons: ['paused'] }, clock.now())
      announcer.emit({ kind: 'status-changed', status: await status() })
      if (running) lookSoon()
    },
    start: async () => {
      if (running) return
      await recover()
      await afterSetBack(parts, announcer)
      running = true
      await look()
    },
    stop: async () => {
      running = false
      stopped = true
      callOff()
      const giveUp = clock.after(GRACE, () => callingOff.abort())
      await Promise.allSettled(lanes)
      giveUp()
    },
    nudge: (why) => {
      log.info('looking at the queue', { why })
      const released =
        why === 'online' ? releaseSelfTimed(clock.now()).then(() => hasten(world, null)) : Promise.resolve()
      if (why === 'online') hosts.forget()
      void released.then(look).catch(broken)
    },
    publish: async (itemIds) => {
      for (const id of itemIds) {
        let job = await advance(null, id)
        while (job) {
          job = await advance(await run(job), id)
          if (!job) job = await afterPause(id)
        }
      }
    },
    insist: (accountId) => hosts.forget(accountId),
    lastLookAt: () => lastLook,
    sending: () => lanes.size,
    resting: () => hosts.resting(clock.now()),
    asleep: () => asleep,
  }

  /** An item due within seconds (a lost answer to ask about) is worth staying for. */
  async function afterPause(id: string): Promise<Job | null> {
    const item = await store.items.get(id)
    if (item?.state !== 'unconfirmed' || item.nextAt === null) return null
    const pause = Math.max(0, item.nextAt - clock.now())
    if (pause > 10_000) return null
    await new Promise<void>((resolve) => void clock.after(pause, resolve))
    return advance(null, id)
  }
}

/** One item if something is to be done with it by now. */
const oneOf = async (within: Store, id: string, now: Millis): Promise<ItemRecord[]> => {
  const item = await within.items.get(id)
  return item && item.nextAt !== null && item.nextAt <= now ? [item] : []
}
