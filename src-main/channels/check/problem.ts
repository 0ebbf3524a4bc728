import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'

type About = [code: string, message: string, next: string, field: Problem['field'], told?: Told]

/** What stands in the way of sending. */
export const error = (...[code, message, next, field, what]: About): Problem => ({
  severity: 'error',
  code,
  message,
  next,
  field,
  ...(what && { told: what }),
})

/** What one should know, and may send all the same. */
export const warning = (...about: About): Problem => ({ ...error(...about), severity: 'warning' })
