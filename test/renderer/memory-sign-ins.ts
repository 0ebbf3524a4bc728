import type { Event } from '../../src-preload/contract/events.ts'
import { SIGN_IN_REDIRECT, type SignIn } from '../../src-preload/contract/model/sign-in.ts'
import type { Answers } from './memory-bridge.ts'
import { failure, makeId } from './memory-kit.ts'

/** Sign-ins that nobody comes back from, until a test pastes an address with `code=` or `error=` in it. */
export const memorySignIns = (emit: (event: Event) => void): Answers => {
  const known = new Map<string, SignIn>()
  const gone = failure('not-found', 'There is no such sign-in.')
  return {
    'signIns.start': ({ channel, accountId = null }) => {
      const id = makeId('sgn')
      const expiresAt = new Date(Date.now() + 600_000).toISOString()
      known.set(id, { id, channel, accountId, state: 'waiting', failure: null, expiresAt })
      return { signInId: id, url: 'https://network.example/authorize?state=1', redirect: SIGN_IN_REDIRECT, expiresAt }
    },
    'signIns.get': ({ signInId }) => known.get(signInId) ?? gone,
    'signIns.finish': ({ signInId, address }) => {
      const waiting = known.get(signInId)
      if (waiting === undefined) return gone
      if (!/(code|error)=/.test(address)) return failure('invalid-input', 'This is not the address.')
      const denied = address.includes('error=')
      const signIn: SignIn = denied
        ? { ...waiting, state: 'failed', failure: failure('wrong-credentials', 'It was not allowed in.') }
        : { ...waiting, state: 'arrived' }
      known.set(signInId, signIn)
      emit({ kind: 'sign-in-changed', signIn })
      return signIn
    },
    'signIns.cancel': ({ signInId }) => (known.delete(signInId) ? { done: true } : gone),
  }
}
