/** Something that stands in a day: where it begins, in rows, and whether it may take a whole row where there is room. */
export type Standing<T> = { readonly thing: T; readonly top: number; readonly tall: boolean }

type Box = {
  /** In rows. */
  readonly top: number
  readonly height: number
  /** Which of so many lanes side by side. */
  readonly lane: number
  readonly lanes: number
}

/** The same with its place; `pushed`: so many rows it stands below its time. */
export type Placed<T> = Box & { readonly thing: T; readonly pushed: number }

/** What there is no place for, behind one mark. */
export type Crowd<T> = Box & { readonly things: readonly T[] }

/** What everything takes at least, in rows. */
export const SHORT = 0.5
/** So far below its time something may stand, in rows: further down it would seem to belong to another hour. */
const FURTHEST = 0.5

type Entry<T> = { things: Standing<T>[]; top: number; height: number; lane: number }

/**
 * Puts what overlaps side by side, each as wide as its neighbours, and where all lanes are taken right below; what is left
 * then goes behind a mark. `things` in order of their tops; `most` lanes, each so wide that it can be read.
 */
export const sideBySide = <T>(
  things: readonly Standing<T>[],
  { most, rows }: { most: number; rows: number },
): { placed: Placed<T>[]; crowds: Crowd<T>[] } => {
  const entries = stretched(settled(things, most, rows), rows)
  const placed: Placed<T>[] = []
  const crowds: Crowd<T>[] = []
  for (const cluster of clustersOf(entries)) {
    const lanes = Math.max(...cluster.map(({ lane }) => lane)) + 1
    for (const { things: all, top, height, lane } of cluster) {
      const [first, ...others] = all
      if (first === undefined) continue
      const box = { top, height, lane, lanes }
      if (others.length === 0) placed.push({ ...box, thing: first.thing, pushed: top - first.top })
      else crowds.push({ ...box, things: all.map(({ thing }) => thing) })
    }
  }
  return { placed, crowds }
}

/** Each in the first lane that is free at its time, else below; else together with the last that found a place. */
const settled = <T>(things: readonly Standing<T>[], most: number, rows: number): Entry<T>[] => {
  const entries: Entry<T>[] = []
  const ends = Array.from({ length: most }, () => 0)
  for (const one of things) {
    const free = ends.findIndex((end) => end <= one.top)
    const lane = free === -1 ? ends.indexOf(Math.min(...ends)) : free
    const top = Math.max(one.top, ends[lane] ?? 0)
    const last = entries.at(-1)
    if (last !== undefined && (top - one.top > FURTHEST || top > rows - SHORT)) {
      last.things.push(one)
      continue
    }
    entries.push({ things: [one], top, height: SHORT, lane })
    ends[lane] = top + SHORT
  }
  return entries
}

/** Whole rows for those that may have one, where nothing else begins within it. */
const stretched = <T>(entries: readonly Entry<T>[], rows: number): Entry<T>[] =>
  entries
    .map((entry) => {
      const { things, top } = entry
      const near = entries.some((other) => other.top > top && other.top < top + 1)
      const tall = things.length === 1 && things[0]?.tall === true && !near && top + 1 <= rows
      return tall ? { ...entry, height: 1 } : entry
    })
    .toSorted((a, b) => a.top - b.top || a.lane - b.lane)

/** Runs of things of which each overlaps what came before it. */
const clustersOf = <T>(entries: readonly Entry<T>[]): Entry<T>[][] => {
  const clusters: Entry<T>[][] = []
  let end = -Infinity
  for (const one of entries) {
    if (one.top >= end) clusters.push([])
    clusters.at(-1)?.push(one)
    end = Math.max(end, one.top + one.height)
  }
  return clusters
}
