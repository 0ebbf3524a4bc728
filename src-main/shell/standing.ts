import type { Event } from '../../src-preload/contract/events.ts'
import type { App } from '../app/app.ts'
import type { Log, Store } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import type { Joined } from './join-app.ts'
import { because } from '../core/told.ts'

/** The use cases on one opened file. */
export type Side = Joined & { store: Store }

/** What takes the place of the file: `prepare` while the old one is open and at rest, `place` once it is closed. */
export type Replacement<T> = { prepare(old: Side): Promise<T>; place(): Promise<void> }

/** One app for as long as the process runs, whatever file it stands on. */
export type Standing = Joined & {
  /** The store of the moment. */
  store(): Store
  /**
   * Stops the app, has the file replaced and opens another app on it, which starts if the old one had. Calls that come
   * meanwhile wait. When anything fails, the old file is opened again.
   */
  replace<T>(by: Replacement<T>): Promise<T>
  close(): Promise<void>
}

/** How long calls that are being answered are waited for, in milliseconds. */
const GRACE = 10_000

export const createStanding = async (open: () => Promise<Side>, log: Log): Promise<Standing> => {
  let side = await open()
  let turning: Promise<unknown> | null = null
  let started = false
  const answering = new Set<Promise<unknown>>()
  const listeners = new Set<(event: Event) => void>()
  const listen = (to: Side) => to.app.subscribe((event) => listeners.forEach((listener) => listener(event)))
  listen(side)

  /** Another replacement may begin as one ends. */
  const settledTurn = async (): Promise<void> => {
    if (!turning) return
    await turning.catch(() => {})
    await settledTurn()
  }

  /** Calls wait for a file that is being replaced, and it for them. */
  const ask = async <T>(work: (app: App) => Promise<T>): Promise<T> => {
    await settledTurn()
    const answer = work(side.app)
    answering.add(answer)
    try {
      return await answer
    } finally {
      answering.delete(answer)
    }
  }

  /** The call that asked for the replacement is one of those being answered. */
  const quiet = async () => {
    const until = Date.now() + GRACE
    while (answering.size > 1 && Date.now() < until) await new Promise((resolve) => void setTimeout(resolve, 20))
  }

  const turn = async <T>({ prepare, place }: Replacement<T>): Promise<T> => {
    const old = side
    await quiet()
    await old.app.stop()
    let failure: { error: unknown } | null = null
    let prepared: { value: T } | null = null
    try {
      prepared = { value: await prepare(old) }
    } catch (error) {
      failure = { error }
    }
    await old.store.close()
    try {
      if (prepared) await place()
    } catch (error) {
      failure = { error }
    }
    side = await open()
    listen(side)
    if (started) await side.app.start()
    side.app.emit({ kind: 'data-replaced' })
    if (failure) throw failure.error
    if (!prepared) throw new Error('Nothing was prepared.')
    return prepared.value
  }

  return {
    app: {
      gate: (method, input) => ask((app) => app.gate(method, input)),
      takeFile: (file) => ask((app) => app.takeFile(file)),
      subscribe: (listener) => {
        listeners.add(listener)
        return () => void listeners.delete(listener)
      },
      emit: (event) => side.app.emit(event),
      start: async () => {
        started = true
        await side.app.start()
      },
      stop: async () => {
        started = false
        await side.app.stop()
      },
      nudge: (why) => side.app.nudge(why),
      keyFor: (key) => ask((app) => app.keyFor(key)),
      answers: {
        find: (once) => ask((app) => app.answers.find(once)),
        keep: (once, answer) => ask((app) => app.answers.keep(once, answer)),
      },
      publish: (itemIds) => ask((app) => app.publish(itemIds)),
      dueWithin: (span) => ask((app) => app.dueWithin(span)),
    },
    locateMedia: (mediaId) => side.locateMedia(mediaId),
    store: () => side.store,
    replace: (by) => {
      if (turning)
        refuse('illegal-transition', 'The data are being replaced already.', 'Wait until that is done.', {
          told: because('data-turning'),
        })
      const turned = turn(by)
      turning = turned
      const over = () => void (turning = null)
      turned.then(over, (error: unknown) => {
        log.error('the data could not be replaced', { error: String(error) })
        over()
      })
      return turned
    },
    close: async () => {
      await turning?.catch(() => {})
      await side.store.close()
    },
  }
}
