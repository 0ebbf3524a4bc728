import type { Problem } from '../../../src-preload/contract/model/post.ts'

type About = [code: string, message: string, next: string, field: Problem['field']]

/** What stands in the way of sending. */
export const error = (...[code, message, next, field]: About): Problem => ({
  severity: 'error',
  code,
  message,
  next,
  field,
})

/** What one should know, and may send all the same. */
export const warning = (...about: About): Problem => ({ ...error(...about), severity: 'warning' })
