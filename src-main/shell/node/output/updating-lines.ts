/** What is over sooner, in milliseconds, is not worth a line. */
const SOON = 1_000
/** Percent between two lines. */
const STEP = 10

type Tools = { now(): number; write(line: string): void }

const TERMINAL: Tools = { now: Date.now, write: (line) => void process.stderr.write(line) }

/** Says in the terminal, a line at a time, how far the database is on its way to a newer form. */
export const tellUpdating = ({ now, write }: Tools = TERMINAL): ((share: number) => void) => {
  let begun: number | null = null
  let told = 0
  return (share) => {
    begun ??= now()
    const percent = Math.floor((share * 100) / STEP) * STEP
    if (percent <= told || now() - begun < SOON) return
    told = percent
    write(`Bringing the database up to date: ${percent} %\n`)
  }
}
