import { FAULTS, REFUSALS } from '../../servers/fault-proxy.ts'

/** For a channel whose requests are none that the line between the suite and its server understands. */
export const apartFromAll = (why: string): Record<string, string> =>
  Object.fromEntries([...FAULTS, ...REFUSALS].map((fault) => [fault, why]))
