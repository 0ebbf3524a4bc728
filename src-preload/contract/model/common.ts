import { z } from 'zod'

/** An instant: ISO 8601 in UTC with milliseconds, `2026-12-01T08:00:00.000Z`. */
export const instant = z.iso.datetime({ precision: 3 })

/** A local date and time without a zone, `2026-12-01T09:00`; seconds are optional. */
export const wallTime = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?$/, 'Use a date and time such as 2026-12-01T09:00.')

/** An IANA zone name, such as `Europe/Berlin`. Whether it exists is checked by the core. */
export const zoneName = z.string().min(1).max(64)

/** An identifier made by Posthorn: a prefix that tells the kind and a part that sorts by time of making. */
export const id = <P extends string>(prefix: P) =>
  z.string().regex(new RegExp(`^${prefix}_[0-9A-Za-z]{10,40}$`), `Not an id of the kind ${prefix}_...`)

export const postId = id('pst')
export const itemId = id('itm')
export const accountId = id('acc')
export const mediaId = id('med')
export const slotPlanId = id('slp')
export const meterId = id('mtr')
export const keyId = id('key')
export const hookId = id('hok')
export const deliveryId = id('dlv')
export const signInId = id('sgn')
export const templateId = id('tpl')

/** One page of a list; `cursor` is opaque, null on the last page. */
export const page = <T extends z.ZodType>(of: T) => z.object({ entries: z.array(of), cursor: z.string().nullable() })
