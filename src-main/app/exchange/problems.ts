import type { ImportProblem } from '../../../src-preload/contract/model/exchange.ts'

type About = ImportProblem['about']
type Code = ImportProblem['code']

/** Each problem in a sentence, for where it is not said in the person's own language. */
const SENTENCES: Readonly<Record<Code, (about: About) => string>> = {
  'no-text': () => 'There is neither text nor media.',
  'when-unreadable': ({ value }) => `"${value}" is not a date and time.`,
  'when-past': ({ value }) => `${value} has already passed.`,
  'when-gap': ({ value, to }) => `${value} does not exist that day, since clocks go forward; it becomes ${to}.`,
  'when-overlap': ({ value }) => `${value} comes twice that day, since clocks go back; the first is taken.`,
  'time-missing': ({ value }) => `There is no time of day; ${value} is taken.`,
  'zone-unknown': ({ value }) => `There is no time zone named "${value}".`,
  'account-unknown': ({ value }) => `No account here is called "${value}".`,
  'account-ambiguous': ({ value }) => `Several accounts may be meant by "${value}".`,
  'no-account': () => 'It is to be scheduled, but no account is named.',
  'too-long': ({ account, used, max }) => `Too long for ${account}: ${used} of ${max}.`,
  channel: ({ account, message }) => `${account}: ${message}`,
  'media-address': ({ value }) => `"${value}" is neither an address nor a file that came along.`,
  'media-missing': ({ value }) => `The file "${value}" is neither here nor in what was chosen.`,
  'tag-too-long': ({ value }) => `The tag "${value}" is longer than 64 characters.`,
  'state-unknown': ({ value }) => `"${value}" is no state; the time decides.`,
  'maybe-sent': () => 'It may have been sent when it was exported; it becomes a draft.',
  'duplicate-post': ({ day }) => `A post with the same text is there already, since ${day}.`,
  'duplicate-row': ({ row }) => `The same as row ${row}.`,
}

export const problem = (
  severity: ImportProblem['severity'],
  field: ImportProblem['field'],
  code: Code,
  about: About = {},
): ImportProblem => ({ severity, field, code, message: SENTENCES[code](about), about })
