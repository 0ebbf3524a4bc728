import type { Input, MethodName, Output } from '../../../../src-preload/contract/methods.ts'
import { granted, Refusal } from '../../../core/refusal.ts'
import { openPosthorn } from '../../compose.ts'
import { tellUpdating } from '../output/updating-lines.ts'
import { packageVersion } from '../package-version.ts'
import { systemNetwork } from '../system-network.ts'
import type { Caller } from './caller.ts'

/** Opens the data folder for one command. Refuses when another process holds it. */
export const openLocalCaller = async (home: string): Promise<Caller> => {
  const posthorn = await openPosthorn({
    home,
    kind: 'cli',
    version: packageVersion(),
    keychain: null,
    // The command's own output tells what happened.
    notifier: { notify: () => {} },
    network: systemNetwork,
    onShare: tellUpdating(),
  })
  return {
    attended: false,
    call: async <M extends MethodName>(method: M, input: Input<M>) => {
      const reply = await posthorn.app.gate(method, input)
      if (!reply.ok) throw new Refusal(reply.failure)
      return reply.value as Output<M>
    },
    takeFile: async (file) => granted(await posthorn.app.takeFile(file)),
    settle: posthorn.app.publish,
    close: posthorn.close,
  }
}
