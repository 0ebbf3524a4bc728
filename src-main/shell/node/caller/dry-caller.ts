import { type Input, type MethodName, methods, type Output } from '../../../../src-preload/contract/methods.ts'
import { READING } from '../../../../src-preload/contract/reading.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import type { Caller } from './caller.ts'

/** Thrown in place of the first change: what would have been asked for. It passed the contract. */
export class WouldCall extends Error {
  readonly method: MethodName
  readonly input: unknown

  constructor(method: MethodName, input: unknown) {
    super(`would call ${method}`)
    this.name = 'WouldCall'
    this.method = method
    this.input = input
  }
}

/** Asks, but changes nothing: for `--dry-run`. */
export const createDryCaller = (caller: Caller): Caller => ({
  ...caller,
  takeFile: ({ name, size }) => Promise.reject(new WouldCall('media.add', { name, size })),
  call: async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    if (READING.has(method)) return caller.call(method, input)
    const parsed = methods[method].input.safeParse(input)
    if (parsed.success) throw new WouldCall(method, input)
    const [issue] = parsed.error.issues
    const field = issue?.path.join('.') ?? ''
    return refuseInEnglish(
      'invalid-input',
      [field, issue?.message ?? 'The input is not valid.'].filter((part) => part !== '').join(': '),
      'Correct it and try again; nothing was changed.',
      { field },
    )
  },
})
