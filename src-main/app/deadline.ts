import type { Clock } from '../core/ports.ts'
import type { Millis } from '../core/records.ts'

/** How long a call to a channel may go on without a byte of an upload moving, before its answer counts as lost. */
export const SEND_DEADLINE: Millis = 120_000
/** How long it may take in all, whatever moves. */
export const LONGEST_SEND: Millis = 6 * 3_600_000

/** Ends a call that is stuck; what moves gets more time. */
export const createDeadline = (clock: Clock, end: () => void): { moved(): void; stop(): void } => {
  let over = false
  const stop = () => {
    over = true
    callOff()
    callOffLast()
  }
  const expire = () => {
    stop()
    end()
  }
  let callOff = clock.after(SEND_DEADLINE, expire)
  const callOffLast = clock.after(LONGEST_SEND, expire)
  return {
    moved: () => {
      if (over) return
      callOff()
      callOff = clock.after(SEND_DEADLINE, expire)
    },
    stop,
  }
}
