import type { Millis } from '../core/records.ts'

/** A list's filter as the store takes it: instants with any offset become milliseconds. */
export const narrowing = <F extends { from?: string | undefined; to?: string | undefined }>(
  filter: F,
): Omit<F, 'from' | 'to'> & { from?: Millis; to?: Millis } => {
  const { from, to, ...rest } = filter
  return {
    ...rest,
    ...(from === undefined ? {} : { from: Date.parse(from) }),
    ...(to === undefined ? {} : { to: Date.parse(to) }),
  }
}
