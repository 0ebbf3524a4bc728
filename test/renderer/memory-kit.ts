import type { Failure } from '../../src-preload/contract/failure.ts'

let made = 0
export const makeId = (prefix: string): string => `${prefix}_01TEST${String(++made).padStart(20, '0')}`

export const failure = (code: Failure['code'], message: string, next = 'Try again.'): Failure => ({
  code,
  message,
  next,
})
