import { sayNumber } from '../words/say.ts'

/** A size in bytes as `12.3 MB`. */
export const megabytes = (bytes: number): string =>
  `${sayNumber(bytes / 1_000_000, { minimumFractionDigits: 1, maximumFractionDigits: 1 })} MB`
