import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import type { HttpDoor } from '../api/open-http.ts'
import type { HttpSwitch } from '../core/ports.ts'
import { Refusal } from '../core/refusal.ts'

type Chosen = Settings['http']

/** The door for programs as the settings switch it, one turn after the other. */
export type ApiSwitch = HttpSwitch & {
  /** As chosen in an earlier run: a port that is taken by now is told by `state`, not thrown. */
  begin(chosen: Chosen): Promise<void>
  close(): Promise<void>
}

/** `open` opens the door on a port (0: a free one) or throws a Refusal that says why it cannot. */
export const createApiSwitch = (open: (port: number) => Promise<HttpDoor>): ApiSwitch => {
  let standing: { port: number; door: HttpDoor } | null = null
  let failure: Failure | null = null
  let last: Promise<void> = Promise.resolve()
  const closing = new Set<Promise<void>>()

  /** Not waited for: the call that turned the switch may have come through this very door and is yet to be answered. */
  const leave = () => {
    const gone = standing?.door.close().catch(() => {})
    if (gone) closing.add(gone.finally(() => closing.delete(gone)))
    standing = null
  }

  const turnNow = async ({ enabled, port }: Chosen) => {
    if (enabled && standing?.port === port) return
    const door = enabled ? await open(port) : null
    leave()
    if (door) standing = { port, door }
    failure = null
  }

  const turn = (chosen: Chosen): Promise<void> => {
    const turned = last.then(() => turnNow(chosen))
    last = turned.catch(() => {})
    return turned
  }

  return {
    turn,
    begin: async (chosen) => {
      try {
        await turn(chosen)
      } catch (error) {
        if (!(error instanceof Refusal)) throw error
        failure = error.failure
      }
    },
    state: () => ({ url: standing?.door.url ?? null, failure }),
    close: async () => {
      await last
      leave()
      await Promise.all(closing)
    },
  }
}
