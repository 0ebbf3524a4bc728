import type { z } from 'zod'
import type { Told } from '../../src-preload/contract/model/told.ts'
import type { Sentence } from '../../src-preload/contract/model/sentence.ts'
import { because } from './told.ts'

type Issue = z.core.$ZodIssue
type IssueTold = { message: string; told: Told }

/** What is wrong with a field, by how its schema found it: in a sentence, and with its reason. */
export const tellIssue = (issue: Issue): IssueTold => {
  // Where a schema has a sentence of its own, that says more.
  if (!OF_ZOD.test(issue.message)) {
    return { message: issue.message, told: because('as-said', { message: issue.message, next: NEXT }) }
  }
  return judged(issue)
}

const OF_ZOD = /^(?:Too (?:big|small)|Invalid|Unrecognized)\b/
const NEXT: Sentence = 'Correct it and try again; nothing was changed.'

/** A text that must have one letter at least is one that is missing; what is not there at all has no type either. */
const isMissing = (issue: Issue): boolean =>
  (issue.code === 'too_small' && issue.origin === 'string' && issue.minimum === 1) ||
  (issue.code === 'invalid_type' && issue.message.endsWith(' received undefined'))

const judged = (issue: Issue): IssueTold => {
  if (isMissing(issue)) return { message: 'It is missing.', told: because('field-missing') }
  switch (issue.code) {
    case 'too_big':
      return tooBig(issue.origin, Number(issue.maximum))
    case 'too_small':
      return tooSmall(issue.origin, Number(issue.minimum))
    case 'invalid_type':
      return ofType(issue.expected)
    case 'invalid_format':
      return ofFormat(issue.format)
    case 'invalid_value': {
      const choices = issue.values.map(String).join(', ')
      return { message: `It is none of these: ${choices}.`, told: because('field-no-choice', { choices }) }
    }
    case 'unrecognized_keys': {
      const names = issue.keys.join(', ')
      return { message: `There is nothing of the name ${names}.`, told: because('field-unknown', { names }) }
    }
    case 'not_multiple_of':
    case 'invalid_union':
    case 'invalid_key':
    case 'invalid_element':
    case 'custom':
      return UNFIT
  }
}

const UNFIT: IssueTold = { message: 'It does not fit.', told: because('field-unfit') }

const tooBig = (origin: string, max: number): IssueTold => {
  if (origin === 'string') return { message: `At most ${characters(max)}.`, told: because('field-text-long', { max }) }
  return LISTS.has(origin)
    ? { message: `At most ${entries(max)}.`, told: because('field-list-long', { max }) }
    : { message: `At most ${max}.`, told: because('field-large', { max }) }
}

const tooSmall = (origin: string, min: number): IssueTold => {
  if (origin === 'string')
    return { message: `At least ${characters(min)}.`, told: because('field-text-short', { min }) }
  return LISTS.has(origin)
    ? { message: `At least ${entries(min)}.`, told: because('field-list-short', { min }) }
    : { message: `At least ${min}.`, told: because('field-small', { min }) }
}

const characters = (count: number): string => (count === 1 ? 'one character' : `${count} characters`)
const entries = (count: number): string => (count === 1 ? 'one entry' : `${count} entries`)

const LISTS = new Set(['array', 'set', 'map', 'record', 'object'])

const ofType = (expected: string): IssueTold => {
  if (expected === 'int') return { message: 'It is no whole number.', told: because('field-no-whole-number') }
  if (expected === 'number') return { message: 'It is no number.', told: because('field-no-number') }
  return expected === 'string' ? { message: 'It is no text.', told: because('field-no-text') } : UNFIT
}

const ofFormat = (format: string): IssueTold => {
  if (format === 'url') return { message: 'It is no web address.', told: because('field-no-address') }
  if (format === 'email') return { message: 'It is no e-mail address.', told: because('field-no-mail') }
  if (format === 'safeint') return { message: 'It is no whole number.', told: because('field-no-whole-number') }
  return TIMES.has(format) ? { message: 'It is no date and time.', told: because('field-no-time') } : UNFIT
}

const TIMES = new Set(['datetime', 'date', 'time'])
