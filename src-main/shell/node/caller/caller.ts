import type { NamedFile } from '../../../core/ports.ts'
import type { Media } from '../../../../src-preload/contract/model/media.ts'
import type { Input, MethodName, Output } from '../../../../src-preload/contract/methods.ts'

/** How a command speaks to Posthorn, wherever Posthorn runs. */
export type Caller = {
  /** Throws a Refusal with the failure that came back. */
  call<M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>>
  /** Copies a file in as it is read, of any size. Throws a Refusal with the failure that came back. */
  takeFile(file: NamedFile): Promise<Media>
  /** Whether the app or the server runs, and so sends what is scheduled after this command has ended. */
  readonly attended: boolean
  /** Returns when each of these items, due now, was sent or came to another rest. */
  settle(itemIds: readonly string[]): Promise<void>
  close(): Promise<void>
}
