import type { Sequence } from './presses.ts'

/** After this long without the next one, presses no longer belong together; in milliseconds. */
const TOGETHER = 1500

export type Bound<Id extends string> = { readonly id: Id; readonly ways: readonly Sequence[] }

/** What a press came to: a command, the beginning of one, or nothing. */
type Heard<Id extends string> = { kind: 'command'; id: Id } | { kind: 'begun' } | { kind: 'nothing' }

/** Puts presses together to sequences. */
type KeyReader = {
  /** Of several that have the same keys the first counts. `at` in milliseconds, from any beginning. */
  press<Id extends string>(press: string, bound: readonly Bound<Id>[], at: number): Heard<Id>
  /** What was begun is over. */
  forget(): void
}

export const createKeyReader = (): KeyReader => {
  let begun: { presses: readonly string[]; at: number } | null = null

  const read = <Id extends string>(presses: readonly string[], bound: readonly Bound<Id>[]): Heard<Id> => {
    const starts = (way: Sequence): boolean => presses.every((press, index) => way[index] === press)
    const whole = bound.find(({ ways }) => ways.some((way) => way.length === presses.length && starts(way)))
    if (whole !== undefined) return { kind: 'command', id: whole.id }
    return bound.some(({ ways }) => ways.some(starts)) ? { kind: 'begun' } : { kind: 'nothing' }
  }

  return {
    press: (press, bound, at) => {
      const before = begun !== null && at - begun.at <= TOGETHER ? begun.presses : []
      begun = null
      let presses = [...before, press]
      let heard = read(presses, bound)
      if (heard.kind === 'nothing' && before.length > 0) {
        presses = [press]
        heard = read(presses, bound)
      }
      if (heard.kind === 'begun') begun = { presses, at }
      return heard
    },
    forget: () => {
      begun = null
    },
  }
}
