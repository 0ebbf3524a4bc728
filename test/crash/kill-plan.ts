/** Where a run can be ended, in the order in which a publication passes them. */
export const POINTS = [
  'save:before-commit',
  'save:after-commit',
  'claim:before-commit',
  'claim:after-commit',
  'channel:before-send',
  'request:first-byte',
  'request:half',
  'request:whole',
  'answer:first-byte',
  'part:before-commit',
  'part:after-commit',
  'channel:after-answer',
  'finish:before-commit',
  'finish:after-commit',
  'random',
] as const
export type Point = (typeof POINTS)[number]

/** The run ends at the n-th time it passes the point; `random`: after so many milliseconds. */
export type KillPlan = { point: Point; nth: number; afterMs: number }

/** Points that the line to the server passes are ended from outside; the others the run passes itself. */
export const isOnTheLine = (point: Point): boolean => point.startsWith('request:') || point.startsWith('answer:')

/** How often a run passes a point: two posts, each for two accounts, one of them a thread of three parts. */
const PASSES: Readonly<Partial<Record<string, number>>> = { save: 2, part: 3 }
const OTHERWISE = 4

/** Every point in turn, a little later each time round, so that all the posts of a run are hit. */
export const planFor = (round: number, random: () => number): KillPlan => {
  const point = POINTS[round % POINTS.length] ?? 'random'
  const passes = PASSES[point.split(':')[0] ?? ''] ?? OTHERWISE
  return { point, nth: 1 + (Math.floor(round / POINTS.length) % passes), afterMs: Math.floor(random() * 900) }
}
