import type { ImportField, ImportProblem, ImportSource } from '../../src-preload/contract/model/exchange.ts'
import { sayFailure } from '../words/say-failure.ts'
import { say, sayNumber } from '../words/say.ts'

/** What a column can be, in the order in which people think of them. */
export const FIELDS = [
  'text',
  'when',
  'date',
  'time',
  'zone',
  'accounts',
  'tags',
  'media',
  'alt',
  'link',
  'title',
  'state',
] as const satisfies readonly ImportField[]

export const fieldName = (field: ImportField): string => say(`exchange.field-${field}`)

/** What is wrong with a row, in the person's language. */
export const sayProblem = ({ code, about, message, told }: ImportProblem): string =>
  say(`exchange.problem-${code}`, {
    ...about,
    ...(code === 'channel' && {
      message: sayFailure({ message: String(about['message'] ?? message), next: '', told }).message,
    }),
    ...(typeof about['used'] === 'number' ? { used: sayNumber(about['used']) } : {}),
    ...(typeof about['max'] === 'number' ? { max: sayNumber(about['max']) } : {}),
  })

/** The same kind of trouble on several rows: what it is called. */
export const problemKind = (code: ImportProblem['code']): string => say(`exchange.kind-${code}`)

/** What was recognised, in one line: whose it is, or its form. */
export const sourceKind = ({ maker, format }: Pick<ImportSource, 'maker' | 'format'>): string =>
  maker === null ? say(`exchange.format-${format}`) : say(`exchange.maker-${maker}`)
