import { useEffect } from 'react'
import type { Event } from '../../src-preload/contract/events.ts'
import { useDesk } from '../shell/desk-context.ts'
import { browserTimers } from '../time/timers.ts'

/** A pause in which many changes are answered by one question, in milliseconds. */
const PAUSE = 600

const TELLING: ReadonlySet<Event['kind']> = new Set([
  'item-changed',
  'post-changed',
  'posts-changed',
  'post-removed',
  'account-changed',
  'slots-changed',
  'quota-changed',
])

/** Asks again when something changed that is on show. */
export const useAgain = (...asks: readonly (() => void)[]): void => {
  const { link } = useDesk()
  useEffect(() => {
    let cancel = () => {}
    const stop = link.bridge.subscribe((event) => {
      if (!TELLING.has(event.kind)) return
      cancel()
      cancel = browserTimers.after(PAUSE, () => {
        for (const ask of asks) ask()
      })
    })
    return () => {
      cancel()
      stop()
    }
    // Each stays the same as long as its question does.
    // eslint-disable-next-line react/exhaustive-deps -- they are listed one by one
  }, [link, ...asks])
}
