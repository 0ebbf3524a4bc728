/*
 * What the start took, in milliseconds since the process began: printed as one JSON line on stderr when
 * POSTHORN_TIMINGS=1, for whoever measures it.
 */

const marks: Record<string, number> = {}

/** Notes that a step of the start was reached; the first time counts. */
export const mark = (step: string): void => {
  marks[step] ??= Math.round(performance.now() * 10) / 10
}

/** Prints the marks; `own` is our code's share up to the window: what is neither Electron's start nor the window's making. */
export const printTimings = (): void => {
  if (process.env['POSTHORN_TIMINGS'] !== '1') return
  const at = (step: string) => marks[step] ?? 0
  const own = at('loaded') - at('begun') + at('window-wanted') - at('ready')
  process.stderr.write(`${JSON.stringify({ timings: { ...marks, own } })}\n`)
}

mark('begun')
