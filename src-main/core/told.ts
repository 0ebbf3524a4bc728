import type { AboutOf, Reason, Told } from '../../src-preload/contract/model/told.ts'

/** What sentences in English say, by the name of the reason and what they speak of. */
export const because = <R extends Reason>(
  reason: R,
  ...[about]: keyof AboutOf<R> extends never ? [about?: undefined] : [about: AboutOf<R>]
): Told => ({ reason, about: { ...about } })
