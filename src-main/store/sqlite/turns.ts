/** Lets one at a time use what cannot be shared, in the order of asking. */
export type Turns = {
  /** Waits for the turn; call what comes back to give it up. */
  take(): Promise<() => void>
  /** Runs a step that does not wait for anything: at once when nobody has the turn, else when it comes. */
  run<T>(step: () => T): Promise<T>
}

export const createTurns = (): Turns => {
  const waiting: (() => void)[] = []
  let taken = false

  const giveUp = () => {
    const next = waiting.shift()
    if (next) next()
    else taken = false
  }

  const take = async () => {
    if (taken) await new Promise<void>((resolve) => waiting.push(resolve))
    taken = true
    let over = false
    return () => {
      if (!over) giveUp()
      over = true
    }
  }

  const run = async <T>(step: () => T): Promise<T> => {
    if (!taken) return step()
    const done = await take()
    try {
      return step()
    } finally {
      done()
    }
  }

  return { take, run }
}
