/** Where a run can be ended, in the order in which a publication passes them. */
export const POINTS = [
  'save:before-commit',
  'save:after-commit',
  'attempt:before-row',
  'attempt:after-row',
  'claim:before-commit',
  'claim:after-commit',
  'channel:before-send',
  'upload:before',
  'upload:after',
  'request:first-byte',
  'request:byte',
  'request:half',
  'request:whole',
  'request:late',
  'answer:first-byte',
  'answer:whole',
  'part:before-commit',
  'part:after-commit',
  'channel:after-answer',
  'finish:before-commit',
  'finish:after-commit',
  'random',
] as const
export type Point = (typeof POINTS)[number]

/** What a channel passes of them: `line`: there is a server; `uploads`: files go there apart from the post. */
export type Way = { channel: string; line: boolean; uploads: boolean; threads: boolean }

/**
 * The run ends at the n-th time the channel passes the point; `byte`: how far into a request, 0 to 1; `random`: after so
 * many milliseconds.
 */
export type KillPlan = { point: Point; channel: string; nth: number; byte: number; afterMs: number }

/** What a round does: where its posts go, whether one has a picture, and how the run ends. */
export type Round = { number: number; channels: readonly string[]; picture: boolean; plan: KillPlan }

/** Points that the line to the server passes are ended from outside; the others the run passes itself. */
export const isOnTheLine = (point: Point): boolean => /^(upload|request|answer):/.test(point)

/** How long the posts of a round take at most, in milliseconds, on a quiet machine. */
const SPAN = 500
/** Every so many rounds a post has a picture; the others are quick. */
const PICTURES = 3

/** Every point on every channel in turn, each time for another of the posts and parts of the round. */
export const planFor = (number: number, ways: readonly Way[], random: () => number): Round => {
  const pairs = POINTS.flatMap((point, row) =>
    ways.map((_, column) => ({ point, way: ways[(row + column) % ways.length] })),
  ).flatMap(({ point, way }) => (way && passesOf(point, way) > 0 ? [{ point, way }] : []))
  // A step that shares no factor with their number: neighbours differ in both, and all come before one comes again.
  const chosen = pairs[(number * strideFor(pairs.length)) % pairs.length] ?? pairs[0]
  if (!chosen) throw new Error('There is no channel to publish to.')
  const { point, way } = chosen
  const others = ways.filter(({ channel }) => channel !== way.channel)
  const beside = others[number % Math.max(1, others.length)]
  const nth = 1 + Math.floor(random() * passesOf(point, way))
  return {
    number,
    channels: [way.channel, ...(beside ? [beside.channel] : [])],
    picture: point.startsWith('upload:') || number % PICTURES === 0,
    plan: { point, channel: way.channel, nth, byte: random(), afterMs: Math.floor(random() * SPAN) },
  }
}

/** How often a channel passes a point in a round at least: two posts, the second a thread of three parts; 0: never. */
const passesOf = (point: Point, { line, uploads, threads }: Way): number => {
  if (point === 'random') return 1
  if (point.startsWith('upload:')) return uploads ? 1 : 0
  if (point.startsWith('part:')) return threads ? 3 : 0
  if (isOnTheLine(point)) return line ? (threads ? 4 : 2) : 0
  return 2
}

const strideFor = (count: number): number => {
  const common = (a: number, b: number): number => (b === 0 ? a : common(b, a % b))
  let stride = Math.max(1, Math.floor(count * 0.38))
  while (common(stride, count) !== 1) stride += 1
  return stride
}
