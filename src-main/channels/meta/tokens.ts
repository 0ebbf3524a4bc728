import type { Millis } from '../../core/records.ts'
import type { Access, ChannelTools } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import type { Tokens } from '../kit/oauth/provider.ts'

/** A token as the tools of Meta give it out, which may stand in place of the app's secret. */
const HANDMADE = /^(?:EAA|TH[A-Z]{2})[\w-]{40,}$/

/** What the tool for Threads gives out lives for 60 days; others are those of system users, which do not end. */
const THREADS_LIFE: Millis = 60 * 86_400_000

/**
 * The token to act with. A person may have made one by hand (the token generator of Threads, a system user of a
 * business): it takes the place of what a sign-in leaves, and is renewed like that.
 */
export const actingTokens = async <S>(access: Access<S>, oauth: OAuth<S>, { clock }: ChannelTools): Promise<Tokens> => {
  const typed = access.secret?.trim() ?? ''
  if (HANDMADE.test(typed) && (await access.session.load()) === null) {
    await access.session.save(JSON.stringify(handmade(typed, clock.now())))
  }
  return oauth.tokens(access)
}

const handmade = (token: string, now: Millis): Tokens => ({
  access: token,
  refresh: null,
  obtainedAt: now,
  expiresAt: token.startsWith('TH') ? now + THREADS_LIFE : null,
  refreshExpiresAt: null,
  scopes: null,
  about: {},
})

/** When a token is to be renewed, and when it ends: for `Connected`. */
export const lifeOf = ({ obtainedAt, expiresAt }: Tokens): { renewAt?: Millis; expiresAt?: Millis } =>
  expiresAt === null ? {} : { renewAt: Math.floor((obtainedAt + expiresAt) / 2), expiresAt }
