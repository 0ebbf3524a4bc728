/** Spread of durations in milliseconds. */
export type Spread = { p50: number; p95: number; p99: number; max: number }

export const spread = (durations: readonly number[]): Spread => {
  const sorted = durations.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), max: sorted.at(-1) ?? Number.NaN }
}

export const timed = async <T>(work: () => Promise<T> | T): Promise<{ value: T; ms: number }> => {
  const start = performance.now()
  const value = await work()
  return { value, ms: performance.now() - start }
}

/** Runs the work so many times, each with its number, and says how long each took. */
export const repeat = async (times: number, work: (index: number) => Promise<unknown>): Promise<Spread> => {
  const durations: number[] = []
  for (let index = 0; index < times; index++) durations.push((await timed(() => work(index))).ms)
  return spread(durations)
}

export const median = (values: readonly number[]): number => spread(values).p50

/** The same numbers each time the benchmark runs. */
export const createDice = (seed: number) => {
  let state = seed
  return (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
