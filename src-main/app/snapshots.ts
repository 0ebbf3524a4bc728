import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Snapshot } from '../../src-preload/contract/model/snapshot.ts'
import type { Handlers } from '../core/gate.ts'
import { failed, Refusal, refuse } from '../core/refusal.ts'
import type { Millis } from '../core/records.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** Copies of the database by themselves: one a day, and the old ones thinned out. */
export type SnapshotKeeper = {
  start(): void
  /** Calls off a copy that is being made. */
  stop(): Promise<void>
  /** When the newest copy was made and found whole, and why the last one due was not. */
  standing(): Promise<{ copiedAt: string | null; failure: Failure | null }>
  readonly handlers: Pick<Handlers, 'snapshots.list' | 'snapshots.create' | 'snapshots.restore'>
}

const DAY: Millis = 86_400_000
/** Often enough for a matter of days, whatever sleep does to timers. */
const EVERY: Millis = 3_600_000
/** Not while Posthorn starts: what is due goes first. */
const SETTLING_IN: Millis = 60_000

const DAYS = 7
const WEEKS = 4
/** Copies that were asked for, or made before something changed the file. */
const OTHERS = 10
/** Bytes that all of them may take together; the two newest stay in any case. */
const BUDGET = 2_000_000_000

export const createSnapshotKeeper = ({ keeping, clock, log, store }: World): SnapshotKeeper => {
  let cancel = () => {}
  let failure: Failure | null = null
  let making: Promise<Snapshot> | null = null
  const ended = new AbortController()

  const open = () =>
    keeping ??
    refuse('not-authorised', 'Nothing is kept of what test keys write.', 'Use a live key, or the app.', {
      told: because('test-key-keeps-none'),
    })

  /** One after the other. */
  const make = async (why: 'daily' | 'asked'): Promise<Snapshot> => {
    const { snapshots } = open()
    const before = making ?? Promise.resolve(null)
    const turn = before.catch(() => null).then(() => snapshots.create(why, ended.signal))
    making = turn
    try {
      const made = await turn
      failure = null
      await thinOut()
      return made
    } finally {
      if (making === turn) making = null
    }
  }

  const thinOut = async () => {
    const { snapshots } = open()
    const entries = await snapshots.list()
    const kept = new Set(toKeep(entries))
    for (const { name } of entries) if (!kept.has(name)) await snapshots.remove(name)
  }

  const daily = async () => {
    const newest = (await open().snapshots.list()).find(({ why, counts }) => why === 'daily' && counts !== null)
    // A clock that was set back must not end the copies.
    const age = newest === undefined ? DAY : Math.abs(clock.now() - Date.parse(newest.at))
    if (age < DAY || (await isEmpty())) return
    await make('daily')
    log.info('copied the database')
  }

  const isEmpty = async () => (await store.posts.list({ order: 'changed', limit: 1 })).entries.length === 0

  const look = async () => {
    cancel = clock.after(EVERY, () => void look())
    try {
      await daily()
    } catch (error) {
      if (ended.signal.aborted) return
      failure = error instanceof Refusal ? error.failure : notMade(String(error))
      log.warn('the database could not be copied', { ...failure })
    }
  }

  return {
    start: () => {
      if (keeping) cancel = clock.after(SETTLING_IN, () => void look())
    },
    stop: async () => {
      cancel()
      ended.abort()
      await making?.catch(() => {})
    },
    standing: async () => {
      const entries = (await keeping?.snapshots.list()) ?? []
      return { copiedAt: entries.find(({ counts }) => counts !== null)?.at ?? null, failure }
    },
    handlers: {
      'snapshots.list': async () => {
        const { snapshots } = open()
        return { entries: await snapshots.list(), folder: snapshots.folder, failure }
      },
      'snapshots.create': () => make('asked'),
      'snapshots.restore': async ({ name }) => open().whole.restore(name),
    },
  }
}

/** Names of those to keep, of all that there are, newest first. What was set aside damaged is never taken away. */
export const toKeep = (entries: readonly Snapshot[]): string[] => {
  const byAge = entries.toSorted((a, b) => b.at.localeCompare(a.at))
  const daily = byAge.filter(({ why }) => why === 'daily')
  const days = newestOf(daily, ({ at }) => at.slice(0, 10), DAYS)
  const weeks = newestOf(daily, ({ at }) => Math.floor((Date.parse(at) / DAY + 3) / 7), WEEKS)
  const others = byAge.filter(({ why }) => why !== 'daily' && why !== 'damaged').slice(0, OTHERS)
  const wanted = new Set([...days, ...weeks, ...others])
  const kept: string[] = []
  let size = 0
  for (const one of byAge.filter((entry) => wanted.has(entry))) {
    size += one.size
    if (kept.length < 2 || size <= BUDGET) kept.push(one.name)
  }
  return [...kept, ...byAge.filter(({ why }) => why === 'damaged').map(({ name }) => name)]
}

/** The newest of each of the newest groups. */
const newestOf = <K>(entries: readonly Snapshot[], group: (entry: Snapshot) => K, groups: number): Snapshot[] =>
  [...Map.groupBy(entries, group).values()].slice(0, groups).flatMap(([newest]) => newest ?? [])

const notMade = (detail: string): Failure =>
  failed('internal', 'The database could not be copied.', 'Posthorn tries again within the hour.', {
    detail,
    told: because('copy-failed'),
  })
