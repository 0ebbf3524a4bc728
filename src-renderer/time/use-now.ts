import { useCallback, useState, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let timer: ReturnType<typeof setInterval> | undefined

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  timer ??= setInterval(() => {
    // Nobody looks at a hidden page.
    if (!document.hidden) listeners.forEach((call) => call())
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size > 0) return
    clearInterval(timer)
    timer = undefined
  }
}

const never = (): (() => void) => () => undefined

/**
 * The time, ticking: it changes at every full `step` milliseconds (at least a second). `step` null: it stands still at
 * the time of the first rendering. All callers share one timer.
 */
export const useNow = (step: number | null = 1000): number => {
  const [still] = useState(Date.now)
  const read = useCallback(() => (step === null ? still : Math.floor(Date.now() / step) * step), [step, still])
  return useSyncExternalStore(step === null ? never : subscribe, read)
}
