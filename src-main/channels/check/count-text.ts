import type TwitterText from 'twitter-text'
import type { PlainCounting, TextLimit } from '../rules/network-rules.ts'

type Count = (text: string) => number

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

const countGraphemes: Count = (text) => {
  let count = 0
  for (const _ of graphemes.segment(text)) count++
  return count
}

const countCodePoints: Count = (text) => {
  let count = 0
  for (const _ of text) count++
  return count
}

const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20e3/u

/** Code points, but of an emoji all its bytes. */
const countEmojiAsBytes: Count = (text) => {
  let count = 0
  for (const { segment } of graphemes.segment(text)) {
    count += EMOJI.test(segment) ? Buffer.byteLength(segment) : countCodePoints(segment)
  }
  return count
}

/** How to count, and how much a unit of UTF-16 can count for at most: what is short enough need not be counted. */
const PLAIN: Readonly<Record<PlainCounting, { count: Count; perUnit: number }>> = {
  utf16: { count: (text) => text.length, perUnit: 1 },
  graphemes: { count: countGraphemes, perUnit: 1 },
  bytes: { count: (text) => Buffer.byteLength(text), perUnit: 3 },
  'emoji-bytes': { count: countEmojiAsBytes, perUnit: 3 },
}

/** What an address is worth on Mastodon, however long it is, where a server does not say otherwise. */
const FEDIVERSE_URL = 23
const REMOTE_MENTION = /(?<![=/\w])@([a-z0-9_]+(?:[a-z0-9_.-]+[a-z0-9_]+)?)@([\p{L}\p{N}.-]+[\p{L}\p{N}])/giu
/** The longest name a server can have: what is longer is no mention. */
const LONGEST_HOST = 253

/**
 * A limit with the way to count what it limits; `perUnit` null: a text may count for more than its length. `beside`: how
 * what stands beside the text is counted, where that is another way.
 */
export type Measure = { max: number; unit: string; count: Count; perUnit: number | null; beside?: Count }

export const plainMeasure = ({ max, counting }: { max: number; counting: PlainCounting }): Measure => ({
  max,
  unit: counting === 'bytes' ? 'bytes' : 'characters',
  ...PLAIN[counting],
})

/** Counts as the networks do. The library behind some ways is loaded when it is first needed. */
export const measuresOf = (limits: readonly TextLimit[]): Promise<Measure[]> =>
  Promise.all(
    limits.map(async ({ max, counting, link = FEDIVERSE_URL }) => {
      if (counting !== 'weighted' && counting !== 'fediverse') return plainMeasure({ max, counting })
      const { default: twitter } = await import('twitter-text')
      const measure = { max, unit: 'characters', perUnit: null }
      return counting === 'weighted'
        ? { ...measure, count: weightIn(twitter) }
        : { ...measure, count: fediverseCount(twitter, link), beside: countGraphemes }
    }),
  )

/** The same measures where something beside the text counts with it. */
export const countingWith = (measures: readonly Measure[], beside: unknown): readonly Measure[] =>
  typeof beside !== 'string' || beside === ''
    ? measures
    : measures.map(({ count, ...measure }) => {
        const taken = (measure.beside ?? count)(beside)
        return { ...measure, count: (text) => count(text) + taken, perUnit: null }
      })

/** Whether a text keeps within all limits. */
export const fitsIn =
  (measures: readonly Measure[]) =>
  (text: string): boolean =>
    measures.every(
      ({ max, count, perUnit }) => (perUnit !== null && text.length * perUnit <= max) || count(text) <= max,
    )

const weightIn =
  (twitter: typeof TwitterText): Count =>
  (text) =>
    twitter.parseTweet(text).weightedLength

const fediverseCount =
  (twitter: typeof TwitterText, link: number | null): Count =>
  (text) => {
    let shortened = ''
    let done = 0
    for (const { indices } of twitter.extractUrlsWithIndices(text, { extractUrlsWithoutProtocol: false })) {
      shortened += text.slice(done, indices[0]) + (link === null ? text.slice(...indices) : 'x'.repeat(link))
      done = indices[1]
    }
    return countGraphemes(
      (shortened + text.slice(done)).replace(REMOTE_MENTION, (whole, name: string, host: string) =>
        host.length > LONGEST_HOST ? whole : `@${name}`,
      ),
    )
  }
