import type { Millis } from './records.ts'

/*
 * Rolling windows: every stretch of so many milliseconds, wherever it begins. Two charges stand in one stretch when less
 * than its length lies between them.
 */

/** So much was taken at an instant. */
export type Taken = { readonly at: Millis; readonly amount: number }

/**
 * The first instant, at `from` or later, at which `amount` more can be taken and no stretch holds more than `limit`.
 * `taken` is sorted by time, and `amount` is at most `limit`.
 */
export const roomFrom = (
  taken: readonly Taken[],
  { amount, limit, span }: { amount: number; limit: number; span: Millis },
  from: Millis,
): Millis => {
  const full = fullRuns(taken, limit - amount, span)
  let at = from
  // The runs are sorted by their beginnings and their ends alike, so one pass meets each that is in the way.
  for (const run of full) if (run.last - span < at && at < run.first + span) at = run.first + span
  return at
}

/** The shortest runs of neighbours within one stretch that together take more than `most`. */
const fullRuns = (taken: readonly Taken[], most: number, span: Millis): { first: Millis; last: Millis }[] => {
  const runs: { first: Millis; last: Millis }[] = []
  let sum = 0
  let start = 0
  for (const { at, amount } of taken) {
    sum += amount
    for (let first = taken[start]; first && sum > most; first = taken[start]) {
      if (at - first.at < span) runs.push({ first: first.at, last: at })
      sum -= first.amount
      start += 1
    }
  }
  return runs
}

/** What stands in the fullest stretch that holds `now`, sorted by time as `taken` is; the earliest of several. */
export const fullestStretch = <T extends Taken>(taken: readonly T[], span: Millis, now: Millis): T[] => {
  const near = taken.filter(({ at }) => now - span < at && at < now + span)
  const starts = [...near.flatMap(({ at }) => (at <= now ? [at] : [])), now]
  let [begin, end, sum] = [0, 0, 0]
  let fullest = { sum: 0, begin: 0, end: 0 }
  for (const start of starts) {
    for (let next = near[end]; next && next.at < start + span; next = near[end]) {
      sum += next.amount
      end += 1
    }
    for (let first = near[begin]; first && first.at < start; first = near[begin]) {
      sum -= first.amount
      begin += 1
    }
    if (sum > fullest.sum) fullest = { sum, begin, end }
  }
  return near.slice(fullest.begin, fullest.end)
}
