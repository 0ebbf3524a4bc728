import type { Failure } from '../../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../../core/refusal.ts'
import type { ChannelTools } from '../../channel.ts'
import { notReached } from '../network-failure.ts'
import { NoSecret } from '../request-failures.ts'
import { RequestFailed } from '../send-request.ts'
import type { Provider } from './provider.ts'
import { TokenRefused } from './token-endpoint.ts'
import { because } from '../../../core/told.ts'

type Failing = { kind: 'refused' | 'unreachable'; failure: Failure }

/** What a sign-in or a renewal came to, by what was thrown on the way. Everything in it is redacted already. */
export const signInFailure = (error: unknown, provider: Provider, tools: ChannelTools): Failing => {
  if (error instanceof NoSecret) return { kind: 'refused', failure: error.failure }
  if (error instanceof TokenRefused) return { kind: 'refused', failure: tokenFailure(error, provider) }
  // What could not be kept, for want of a keychain.
  if (error instanceof Refusal) return { kind: 'unreachable', failure: error.failure }
  const host = new URL(provider.token).host
  const { answer = null, cause = error } = error instanceof RequestFailed ? error : {}
  return {
    kind: 'unreachable',
    failure: notReached(
      host,
      tools.network,
      answer ? new Error(`${answer.status} ${answer.text}`) : cause,
      'Try again in a while.',
    ),
  }
}

/** The person, or the network, said no where the person was asked. */
export const deniedFailure = (reason: string, description: string | null, { name }: Provider): Failure => {
  const detail = { detail: `${reason}${description ? `: ${description}` : ''}`.slice(0, 500) }
  if (reason === 'access_denied') {
    const next = 'Sign in again, and agree there.'
    return failed('wrong-credentials', `Posthorn was not allowed in at ${name}.`, next, {
      ...detail,
      told: because('sign-in-denied', { network: name }),
    })
  }
  if (reason === 'temporarily_unavailable' || reason === 'server_error')
    return failed('unreachable', `${name} has a problem of its own right now.`, 'Sign in again in a while.', {
      ...detail,
      told: because('sign-in-trouble', { network: name }),
    })
  return failed(
    'wrong-credentials',
    `${name} did not let your developer app ask for what Posthorn needs.`,
    'Check there that the app has all the permissions and the redirect address that Posthorn names.',
    { ...detail, told: because('app-not-allowed', { network: name }) },
  )
}

export const notThisSignIn = ({ name }: Provider): Failure =>
  failed(
    'invalid-input',
    `This is not the address that ${name} sent you back to for this sign-in.`,
    'Copy the whole address from the tab that this sign-in opened, or sign in again.',
    { field: 'address', told: because('sign-in-address', { network: name }) },
  )

const tokenFailure = ({ reason, said }: TokenRefused, { name }: Provider): Failure => {
  const detail = { detail: said }
  if (reason === 'invalid_client' || reason === 'unauthorized_client')
    return failed(
      'wrong-credentials',
      `${name} does not know your developer app by this ID and secret.`,
      'Copy both again from the page of the app.',
      { ...detail, field: 'secret', told: because('app-unknown', { network: name }) },
    )
  return failed('wrong-credentials', `${name} did not accept the sign-in (${reason}).`, 'Sign in again.', {
    ...detail,
    told: because('sign-in-not-taken', { network: name }),
  })
}
