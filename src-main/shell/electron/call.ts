import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../../src-preload/contract/methods.ts'
import type { App } from '../../app/app.ts'

/** A call of the shell's own through the one gate, typed by the contract that the gate enforces. */
export const call = <M extends MethodName>(
  app: Pick<App, 'gate'>,
  method: M,
  input: Input<M>,
): Promise<Reply<Output<M>>> => app.gate(method, input) as Promise<Reply<Output<M>>>
