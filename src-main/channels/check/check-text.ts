import type { Problem } from '../../../src-preload/contract/model/post.ts'
import { longestFit } from '../../core/split-text.ts'
import type { Draft } from '../channel.ts'
import type { NetworkRules } from '../rules/network-rules.ts'
import { fitsIn, type Measure } from './count-text.ts'
import { error, warning } from './problem.ts'
import { because } from '../../core/told.ts'

/** From here on the counter warns. */
const NEARLY = 0.9

/** How full the parts of a text are, in the count that is nearest its limit. */
export type Fullness = { used: number; max: number; unit: string; ofPart: readonly number[] }

/** Null where the text has no limit. */
export const fullnessOf = (texts: readonly string[], measures: readonly Measure[]): Fullness | null => {
  let fullest: Fullness | null = null
  for (const { max, unit, count } of measures) {
    const ofPart = texts.map(count)
    const used = Math.max(...ofPart)
    if (!fullest || used / max > fullest.used / fullest.max) fullest = { used, max, unit, ofPart }
  }
  return fullest
}

/** What stands against a text: its length, its title, and what its network does not want in it. */
export const textProblems = (
  rules: NetworkRules,
  draft: Draft,
  texts: readonly string[],
  measures: readonly Measure[],
): Problem[] => [
  ...lengthProblems(rules, draft, texts, measures),
  ...titleProblems(rules, draft),
  ...tooOften(rules, draft.text, 'hashtags', /(?<![\p{L}\p{N}_#])#[\p{L}\p{N}_]+/gu),
  ...tooOften(rules, draft.text, 'mentions', /(?<![\p{L}\p{N}_@.])@[\p{L}\p{N}_]+/gu),
  ...unwanted(rules, draft.text),
]

const lengthProblems = (
  { name, thread }: NetworkRules,
  draft: Draft,
  texts: readonly string[],
  measures: readonly Measure[],
): Problem[] => {
  const full = fullnessOf(texts, measures)
  if (!full || texts.length > 1 || full.used <= full.max * NEARLY) return []
  const size = `${full.used} of ${full.max} ${full.unit}`
  if (full.used <= full.max) {
    const { used, max, unit } = full
    const about = because('text-nearly-full', { used, max, unit })
    return [warning('text-nearly-full', `The text uses ${size}.`, 'There is little room left.', 'text', about)]
  }
  const message = `The text is too long for ${name}: ${size}.`
  const next = draft.thread || !thread ? 'Shorten it.' : 'Shorten it or split it into a thread.'
  const about = because('text-too-long', {
    network: name,
    used: full.used,
    max: full.max,
    unit: full.unit,
    split: String(!draft.thread && thread),
  })
  return [{ ...error('text-too-long', message, next, 'text', about), at: longestFit(texts[0] ?? '', fitsIn(measures)) }]
}

/** A heading as its network shows it: the option, else the first line where there must be one. */
export const titleOf = ({ title }: NetworkRules, { text, options }: Draft): string | null => {
  const told = options[title?.option ?? 'title']
  if (typeof told === 'string' && told.trim() !== '') return told.trim()
  return title?.needed ? (text.trim().split(/\r?\n/, 1)[0] ?? '') : null
}

const titleProblems = (rules: NetworkRules, draft: Draft): Problem[] => {
  const { title, name } = rules
  const heading = titleOf(rules, draft)
  if (!title || heading === null) return []
  if (heading === '')
    return [
      error(
        'title-missing',
        `${name} needs a title.`,
        'Give it one.',
        'text',
        because('title-missing', { network: name }),
      ),
    ]
  if (heading.length <= title.max) return []
  const size = `${heading.length} of ${title.max} characters`
  return [
    error(
      'title-too-long',
      `The title is too long for ${name}: ${size}.`,
      'Shorten the first line, or give a title of its own.',
      'text',
      because('title-too-long', { network: name, used: heading.length, max: title.max }),
    ),
  ]
}

const tooOften = (
  { name, most }: NetworkRules,
  text: string,
  what: keyof NonNullable<NetworkRules['most']>,
  pattern: RegExp,
): Problem[] => {
  const max = most?.[what]
  const count = text.match(pattern)?.length ?? 0
  if (max === undefined || count <= max) return []
  const message = `${name} takes at most ${max} ${what} in a post; this has ${count}.`
  const about = because('too-many-marks', { network: name, what, max, count })
  return [error(`too-many-${what}`, message, 'Remove some of them.', 'text', about)]
}

const unwanted = ({ name, never }: NetworkRules, text: string): Problem[] => {
  const at = never ? text.search(never.pattern) : -1
  if (!never || at < 0) return []
  return [
    {
      ...error(
        'text-refused',
        `${name} refuses ${never.what} in a text.`,
        'Take it out.',
        'text',
        because('text-refused', { network: name, never: never.what }),
      ),
      at,
    },
  ]
}
