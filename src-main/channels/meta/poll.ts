import { setTimeout as pause } from 'node:timers/promises'

/** How long to wait before asking again, in milliseconds: longer each time. */
const FIRST_PAUSE = 100
const LONGEST_PAUSE = 15_000

/** Asks until there is an answer other than null, at once the first time. Ends with the signal. */
export const poll = async <T>(ask: () => Promise<T | null>, signal: AbortSignal): Promise<T> => {
  for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
    const answer = await ask()
    if (answer !== null) return answer
    await pause(wait, undefined, { signal })
  }
}
