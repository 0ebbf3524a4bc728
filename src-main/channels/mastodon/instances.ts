import type { Millis } from '../../core/records.ts'
import type { Clock, Log } from '../../core/ports.ts'
import { readLimits } from './limits.ts'
import type { Server } from './server.ts'
import type { MastodonSettings, ServerLimits } from './settings.ts'

/** What a server says of itself is asked for again after so long. */
const FRESH: Millis = 86_400_000

/** What servers say they take, by their address: as it was when an account was connected, and later as it is. */
export type Instances = {
  /** The latest that is known without asking. */
  known(settings: MastodonSettings): ServerLimits | undefined
  /** Asks again what was asked long ago. A server that does not answer that is taken to be as it was. */
  current(settings: MastodonSettings, server: Server): Promise<ServerLimits | undefined>
}

export const createInstances = (clock: Clock, log: Log): Instances => {
  const asked = new Map<string, { at: Millis; limits: ServerLimits | undefined }>()
  const known = (settings: MastodonSettings) => asked.get(settings.server)?.limits ?? settings.limits
  return {
    known,
    current: async (settings, server) => {
      const last = asked.get(settings.server)
      if (last && clock.now() - last.at < FRESH) return known(settings)
      try {
        asked.set(settings.server, { at: clock.now(), limits: await readLimits(server) })
      } catch (error) {
        log.info('a Mastodon server did not say what it takes', { server: settings.server, error: String(error) })
      }
      return known(settings)
    },
  }
}
