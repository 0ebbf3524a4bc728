import { setTimeout as pause } from 'node:timers/promises'

/** Waits before asking again, in milliseconds: short at first, then longer. */
const FIRST = 250
const LONGEST = 8_000

/**
 * Asks until there is an answer other than null, at once and then after pauses that grow, for so long in all. Null when
 * the time is over. Throws when the signal ends it, or what asking throws.
 */
export const askUntil = async <T>(
  ask: () => Promise<T | null>,
  within: number,
  signal: AbortSignal,
): Promise<T | null> => {
  let waited = 0
  for (let wait = FIRST; ; wait = Math.min(wait * 2, LONGEST)) {
    const answer = await ask()
    if (answer !== null || waited + wait > within) return answer
    await pause(wait, undefined, { signal })
    waited += wait
  }
}
