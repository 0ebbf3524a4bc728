import type { QueueLine } from './day-groups.ts'

/** Where in the document a line is drawn, by the line's key. */
type Drawn = ReadonlyMap<string, string>

export type KeyedLine = { key: string; kind: QueueLine['kind'] }

/** Gives each line that is in view a place in the document. */
export type Places = {
  /** `lines`: all in view, from the top; `held`: the key of a line whose place nobody takes over. */
  of(lines: readonly KeyedLine[], held: string | null): Drawn
}

/**
 * A line that comes into view takes the place of one of its kind that went out of it: then its words are put where
 * others stood, and nothing is made anew. What a search finds is another list with every letter.
 */
export const createPlaces = (): Places => {
  let drawn: Drawn = new Map()
  let made = 0
  return {
    of: (lines, held) => {
      const inView = new Set(lines.map(({ key }) => key))
      const free: Record<KeyedLine['kind'], string[]> = { day: [], row: [] }
      for (const [key, place] of drawn) {
        if (!inView.has(key) && key !== held) free[place.startsWith('day') ? 'day' : 'row'].push(place)
      }
      drawn = new Map(
        lines.map(({ key, kind }) => [key, drawn.get(key) ?? free[kind].shift() ?? `${kind} ${(made += 1)}`]),
      )
      return drawn
    },
  }
}
