import { z } from 'zod'
import type { Millis } from '../../core/records.ts'

const MINUTE = 60_000

/** Minutes until requests are taken again, for each business and kind of use. */
const businessUse = z.record(z.string(), z.array(z.object({ estimated_time_to_regain_access: z.number().default(0) })))
/** How much of an hour's share is used up, in per cent. */
const appUse = z.record(z.string(), z.number())

/** An app's share is counted over the hour that went by: some of it is free again by then. */
const SHARE_PAUSE = 15 * MINUTE
/** In doubt. */
const LIMIT_PAUSE = 5 * MINUTE

/** When a limit ends, by the headers that Meta sends along. */
export const limitEnds = (headers: Headers, now: Millis): Millis => {
  const business = businessUse.safeParse(jsonIn(headers, 'x-business-use-case-usage')).data
  const minutes = Math.max(0, ...Object.values(business ?? {}).flatMap((uses) => uses.map(regained)))
  if (minutes > 0) return now + minutes * MINUTE
  const seconds = Number(headers.get('retry-after') ?? Number.NaN)
  if (seconds >= 0) return now + seconds * 1000
  const shares = Object.values(appUse.safeParse(jsonIn(headers, 'x-app-usage')).data ?? {})
  return now + (shares.some((share) => share >= 100) ? SHARE_PAUSE : LIMIT_PAUSE)
}

const regained = ({ estimated_time_to_regain_access: minutes }: { estimated_time_to_regain_access: number }) => minutes

const jsonIn = (headers: Headers, name: string): unknown => {
  try {
    return JSON.parse(headers.get(name) ?? '')
  } catch {
    return null
  }
}
