import { z } from 'zod'
import { failure } from '../failure.ts'
import { accountId, instant, signInId } from './common.ts'

/** What people name as the way back where a network wants to know it beforehand. */
export const SIGN_IN_REDIRECT = 'http://127.0.0.1:47811/sign-in'

/**
 * A sign-in in the person's browser. `waiting`: nobody has come back from there yet; `arrived`: the network let the
 * person in, and an account can be connected by it; `failed`: nothing will come of it.
 */
export const signIn = z.object({
  id: signInId,
  channel: z.string(),
  /** The account to be connected again; null: it is for a new one. */
  accountId: accountId.nullable(),
  state: z.enum(['waiting', 'arrived', 'failed']),
  failure: failure.nullable(),
  /** Until when it waits, and once it arrived, until when it can be used. */
  expiresAt: instant,
})
export type SignIn = z.infer<typeof signIn>
