import { BAD_ADDRESSES, type BadAddress } from '../../servers/bad-addresses.ts'
import { type Fault, FAULTS, REFUSALS } from '../../servers/fault-proxy.ts'

/** All that goes wrong in the suite, on the way or at the server, and that nothing does. */
export const TRIED = ['none', ...FAULTS, ...REFUSALS, ...BAD_ADDRESSES] as const
export type Tried = 'none' | Fault | BadAddress

export const isBadAddress = (fault: Tried): fault is BadAddress => (BAD_ADDRESSES as readonly string[]).includes(fault)

/** For a channel whose requests are none that the line between the suite and its server understands. */
export const apartFromAll = (why: string): Record<string, string> =>
  Object.fromEntries(TRIED.filter((fault) => fault !== 'none').map((fault) => [fault, why]))
