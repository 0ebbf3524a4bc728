/** Something that stands in a day: where it begins, in rows, and how many rows of room it takes. */
export type Standing<T> = { readonly thing: T; readonly top: number; readonly height: number }

/** The same with its place: which of so many lanes side by side. */
export type Placed<T> = Standing<T> & { readonly lane: number; readonly lanes: number }

/** What there is no lane for, behind one mark. */
export type Crowd<T> = {
  readonly top: number
  readonly lane: number
  readonly lanes: number
  readonly things: readonly T[]
}

/**
 * Puts what overlaps side by side, each as wide as its neighbours. `things` in order of their tops. Where more than `most`
 * would stand side by side, the last lane is left to marks that stand for the others.
 */
export const sideBySide = <T>(
  things: readonly Standing<T>[],
  most: number,
): { placed: Placed<T>[]; crowds: Crowd<T>[] } => {
  const placed: Placed<T>[] = []
  const crowds: Crowd<T>[] = []
  for (const cluster of clustersOf(things)) {
    const lanes = lanesOf(cluster)
    const count = Math.max(...lanes) + 1
    if (count <= most) {
      cluster.forEach((one, index) => placed.push({ ...one, lane: lanes[index] ?? 0, lanes: count }))
      continue
    }
    const hidden: Standing<T>[] = []
    cluster.forEach((one, index) => {
      const lane = lanes[index] ?? 0
      if (lane < most - 1) placed.push({ ...one, lane, lanes: most })
      else hidden.push(one)
    })
    for (const crowd of clustersOf(hidden)) {
      crowds.push({ top: crowd[0]?.top ?? 0, lane: most - 1, lanes: most, things: crowd.map((one) => one.thing) })
    }
  }
  return { placed, crowds }
}

/** Runs of things of which each overlaps what came before it. */
const clustersOf = <T>(things: readonly Standing<T>[]): Standing<T>[][] => {
  const clusters: Standing<T>[][] = []
  let end = -Infinity
  for (const one of things) {
    if (one.top >= end) clusters.push([])
    clusters.at(-1)?.push(one)
    end = Math.max(end, one.top + one.height)
  }
  return clusters
}

/** For each the first lane that is free again. */
const lanesOf = <T>(cluster: readonly Standing<T>[]): number[] => {
  const ends: number[] = []
  return cluster.map(({ top, height }) => {
    const free = ends.findIndex((end) => end <= top)
    const lane = free === -1 ? ends.length : free
    ends[lane] = top + height
    return lane
  })
}
