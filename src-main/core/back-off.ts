import type { Millis } from './records.ts'
import type { Random } from './ports.ts'

const FIRST: Millis = 5_000
const LONGEST: Millis = 3_600_000

/**
 * How long to wait after so many tries in a row that came to nothing: five seconds doubling up to an hour, spread by a
 * fifth either way so that many items held by one outage do not return as one burst.
 */
export const backOff = (tries: number, random: Random): Millis => {
  const base = Math.min(LONGEST, FIRST * 2 ** Math.min(tries, 30))
  return Math.round(base * (0.8 + 0.4 * random()))
}
