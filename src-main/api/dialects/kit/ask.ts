import type { Input, MethodName, Output } from '../../../../src-preload/contract/methods.ts'
import type { Reply } from '../../../../src-preload/contract/failure.ts'
import { granted } from '../../../core/refusal.ts'
import type { Side } from '../../api-env.ts'

/** Calls a method of the contract; throws a Refusal with its failure. */
export const ask = async <M extends MethodName>(side: Side, method: M, input: Input<M>): Promise<Output<M>> =>
  granted((await side.gate(method, input)) as Reply<Output<M>>)
