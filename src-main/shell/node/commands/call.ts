import type { Command } from 'commander'
import { isMethod } from '../../../core/gate.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import { methods } from '../../../../src-preload/contract/methods.ts'
import { act, withExamples } from '../act.ts'
import { readStdin } from '../input/stdin.ts'

/** `posthorn call`: every method of the contract, for what has no command of its own. */
export const declareCall = (program: Command): void => {
  withExamples(
    program
      .command('call [method] [input]')
      .description('call a method by its name with a JSON input ("-" reads it); without a name: list them'),
    'call',
    `call posts.save '{"text": "Hello", "tags": ["first"]}'`,
    'call posts.bulk - < input.json',
  ).action(
    act(async ({ caller, out }, method: string | undefined, input: string | undefined) => {
      if (method === undefined) {
        const names = Object.keys(methods).toSorted()
        return out.result({ methods: names }, () => names.join('\n'))
      }
      if (!isMethod(method)) {
        return refuseInEnglish('unknown-method', `There is no method "${method}".`, '"posthorn call" lists them.')
      }
      const value = await caller.call(method, parsed(input === '-' ? await readStdin() : (input ?? '{}')))
      out.result(value, () => JSON.stringify(value, null, 2))
    }),
  )
}

/** Its shape is for the gate to judge. */
const parsed = (input: string): never => {
  try {
    return JSON.parse(input) as never
  } catch (error) {
    return refuseInEnglish(
      'invalid-input',
      'The input is not valid JSON.',
      'Correct it; quotes need care in a shell.',
      {
        detail: String(error),
      },
    )
  }
}
