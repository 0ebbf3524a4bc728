import { networkInterfaces } from 'node:os'
import type { Network } from '../../core/ports.ts'

/** Online means: some interface other than the loopback has an address. */
export const systemNetwork: Network = {
  isOnline: () => Object.values(networkInterfaces()).some((one) => one?.some(({ internal }) => !internal)),
}
