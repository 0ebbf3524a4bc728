import type { AboutOf, Reason, Told } from '../../src-preload/contract/model/told.ts'

/** What sentences in English say, by the name of the reason and what they speak of. */
export const because = <R extends Reason>(
  reason: R,
  ...[about]: keyof AboutOf<R> extends never ? [about?: undefined] : [about: AboutOf<R>]
): Told => ({ reason, about: { ...about } })

/** What a failure or a problem says: its reason, or its sentences as they stand in the catalogues. */
export const toldOf = ({ message, next, told }: { message: string; next: string; told?: Told | undefined }): Told =>
  told ?? because('as-said', { message, next })
