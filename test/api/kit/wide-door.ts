import { onTestFinished } from 'vitest'
import { HTTP_LIMITS, type HttpLimits } from '../../../src-main/api/limits.ts'
import { type HttpDoor, openHttp } from '../../../src-main/api/open-http.ts'
import type { Posthorn } from '../../../src-main/shell/compose.ts'
import { systemClock } from '../../../src-main/shell/system-clock.ts'

/** A second door of the same Posthorn for programs, with limits of the test's own. */
export const openWideDoor = async (
  { keys, log, version }: Posthorn,
  limits: Partial<HttpLimits> = {},
): Promise<HttpDoor> => {
  const wide = { ...HTTP_LIMITS, requestsPerMinute: 1e9, writesPerMinute: 1e9, ...limits }
  const door = await openHttp({ desk: null, keys, log, version, clock: systemClock, limits: wide }, 0)
  onTestFinished(door.close)
  return door
}
