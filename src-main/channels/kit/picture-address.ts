import { z } from 'zod'
import { isTrustworthy } from './is-trustworthy.ts'

/** Where a network says that an account's picture is. Whatever else it says there counts as none: nothing fails for it. */
export const pictureAddress = z
  .string()
  .max(2000)
  .refine((address) => isTrustworthy(address))
  .nullable()
  .catch(null)
