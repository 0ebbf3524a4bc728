import { monotonicFactory } from 'ulid'
import type { Ids } from '../core/ports.ts'

/** Identifiers that sort by time of making, also within one millisecond: `pst_01JD6Q...`, 26 characters after the prefix. */
export const createSystemIds = (): Ids => {
  const next = monotonicFactory()
  return { make: (prefix) => `${prefix}_${next()}` }
}
