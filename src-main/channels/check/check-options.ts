import { z } from 'zod'
import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { NetworkRules, PostType } from '../rules/network-rules.ts'
import { error, warning } from './problem.ts'
import { because } from '../../core/told.ts'
import { tellIssue } from '../../core/told-issue.ts'

/** All that a post for a network can be told: its type, and what the network knows beside it. */
export const optionsOf = ({ name, types, options }: Pick<NetworkRules, 'name' | 'types' | 'options'>) =>
  z.object({
    type: z
      .enum(Object.keys(types) as [PostType, ...PostType[]], {
        error: ({ input }) =>
          `${name} has no post of the type ${String(input)}; it has ${Object.keys(types).join(', ')}.`,
      })
      .optional()
      .meta({ title: 'Type', description: 'What the post is to be. Left out: what its content is.' }),
    ...options,
  })

/** Options that are not as they must be, and those that nobody looks at: they are told, never silently ignored. */
export const optionProblems = (
  options: Readonly<Record<string, unknown>>,
  known: z.ZodObject,
  name: string,
): Problem[] => {
  const unknown = Object.keys(options).filter((key) => !Object.hasOwn(known.shape, key))
  const parsed = known.safeParse(options)
  const malformed = new Map<string, Problem>()
  for (const issue of parsed.error?.issues ?? []) {
    const { path } = issue
    const { message, told } = tellIssue(issue)
    const [key = ''] = path.map(String)
    const problem =
      key === 'type'
        ? error(
            'type-unsupported',
            issue.message,
            'Choose one of these types, or leave it out.',
            'options',
            because('type-unsupported', { network: name, type: String(options['type']) }),
          )
        : error('option-invalid', `${path.join('.')}: ${message}`, `Correct this option for ${name}.`, 'options', {
            ...told,
            field: path.join('.'),
          })
    malformed.set(key, { ...problem, option: key })
  }
  return [
    ...malformed.values(),
    ...unknown.map((key) =>
      warning(
        'option-unknown',
        `${name} knows no option "${key}"; it has no effect.`,
        'Check how it is written, or take it out.',
        'options',
        because('option-unknown', { network: name, option: key }),
      ),
    ),
  ]
}
