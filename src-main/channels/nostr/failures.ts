import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { because } from '../../core/told.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import type { ChannelTools, Outcome } from '../channel.ts'
import { notReached } from '../kit/network-failure.ts'
import { NotAKey } from './keys.ts'
import { SignerTrouble } from './signer-line.ts'
import { UploadFailed } from './upload.ts'
import { hostOf } from './settings.ts'

/** Why a relay does not have an event. */
export type Trouble =
  /** It said no, and why. */
  | { kind: 'refused'; reason: string }
  /** There was no connection: nothing was sent. */
  | { kind: 'unreached'; error: unknown }
  /** It was sent, and no answer came. */
  | { kind: 'lost'; reason: string }

/** How one relay answered. */
export type Standing = { relay: string; trouble: Trouble | null }

/** What a relay's reason begins with (NIP-01, NIP-42), where it is for the moment or about the key. */
const FOR_NOW = new Set(['rate-limited', 'error'])
const ABOUT_THE_KEY = new Set(['auth-required', 'restricted'])
/** Relays do not say how long a limit holds. */
const LIMIT_PAUSE = 60_000

/** What an attempt came to, when no relay took the post. */
export const outcomeOfRelays = (standings: readonly Standing[], tools: ChannelTools): Outcome => {
  const troubles = standings.flatMap(({ trouble }) => trouble ?? [])
  const detail = { detail: spell(standings) }
  const prefixes = troubles.map((trouble) => (trouble.kind === 'refused' ? prefixOf(trouble.reason) : ''))
  if (troubles.some(({ kind }) => kind === 'lost')) return { kind: 'unclear', failure: answerLost(standings) }
  if (prefixes.includes('rate-limited')) {
    const failure = failed(
      'rate-limited',
      'No relay takes more posts from you for now.',
      'Nothing to do: Posthorn waits a moment.',
      detail,
    )
    return { kind: 'limited', until: tools.clock.now() + LIMIT_PAUSE, failure }
  }
  const away = troubles.find((trouble) => trouble.kind === 'unreached')
  const hosts = standings.map(({ relay }) => hostOf(relay)).join(', ')
  if (away) return { kind: 'retry', failure: { ...notReached(hosts, tools.network, away.error), ...detail } }
  if (prefixes.includes('error')) {
    const failure = failed('unreachable', 'The relays have trouble of their own.', AGAIN, detail)
    return { kind: 'retry', failure }
  }
  if (prefixes.every((prefix) => ABOUT_THE_KEY.has(prefix))) return { kind: 'signed-out', failure: notWelcome(detail) }
  const failure = failed(
    'rejected-by-channel',
    `No relay took it: ${reasonsOf(troubles)}`,
    'Change what they complain about, or the relays of the account, and retry.',
    detail,
  )
  return { kind: 'rejected', failure }
}
const AGAIN = 'Nothing to do: Posthorn tries again by itself.'

/** What an attempt came to, by what was thrown before anything was sent. */
export const outcomeOfError = (error: unknown, tools: ChannelTools, mediaServer: string): Outcome => {
  if (error instanceof NotAKey) return { kind: 'signed-out', failure: error.failure }
  if (error instanceof Refusal) return { kind: 'rejected', failure: error.failure }
  if (error instanceof SignerTrouble) return outcomeOfSigner(error, tools)
  if (error instanceof UploadFailed) return outcomeOfUpload(error, tools, hostOf(mediaServer))
  return { kind: 'retry', failure: notReached(hostOf(mediaServer), tools.network, error) }
}

/** Nothing was sent: a signer that is away or waits for the person holds the post, and it is never lost. */
const outcomeOfSigner = (trouble: SignerTrouble, { network }: ChannelTools): Outcome => {
  const detail = { detail: trouble.message }
  if (trouble.kind === 'refused') {
    const said: Sentence = `Your signer refused: ${trouble.message}`
    return { kind: 'rejected', failure: failed('rejected-by-channel', said, 'Allow it in your signer, then retry.') }
  }
  if (trouble.kind === 'approval') {
    return {
      kind: 'retry',
      failure: failed('unreachable', 'Your signer wants your approval first.', approve(trouble), detail),
    }
  }
  if (!network.isOnline()) return { kind: 'retry', failure: notReached('Your signer', network, trouble) }
  const failure = failed(
    'unreachable',
    'Your signer does not answer, so the post could not be signed.',
    'Open the app or machine that has your key; Posthorn tries again by itself.',
    detail,
  )
  return { kind: 'retry', failure }
}

/** What to do about a signer that wants to be asked. */
const approve = ({ url }: SignerTrouble) =>
  url === null ? 'Allow Posthorn in your signer.' : (`Open ${url} and allow Posthorn there.` as const)

/** Why an account with a signer elsewhere was not connected. */
export const notLetIn = (trouble: SignerTrouble): Failure => {
  const detail = { field: 'secret', detail: trouble.message }
  if (trouble.kind === 'approval') {
    const message: Sentence = 'Your signer wants your approval first.'
    return failed('wrong-credentials', message, `${approve(trouble)} Then connect again.`, detail)
  }
  if (trouble.kind === 'refused') {
    const message: Sentence = `Your signer does not let Posthorn in: ${trouble.message}`
    return failed('wrong-credentials', message, 'Make a new address (bunker://...) in your signer.', detail)
  }
  return failed(
    'unreachable',
    'Your signer does not answer.',
    'Open the app or machine that has your key, allow Posthorn there, then connect again.',
    detail,
  )
}

const outcomeOfUpload = (
  { status, message, retryAfter }: UploadFailed,
  { clock }: ChannelTools,
  host: string,
): Outcome => {
  const detail = { detail: `${status} ${message}`.slice(0, 500), field: 'media' }
  if (status === 429) {
    const seconds = /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) : LIMIT_PAUSE / 1000
    const failure = failed('rate-limited', `${host} takes no more files for now.`, 'Nothing to do: it waits.', detail)
    return { kind: 'limited', until: clock.now() + seconds * 1000, failure }
  }
  if (status >= 500) {
    return {
      kind: 'retry',
      failure: failed('unreachable', `${host} has a problem of its own right now.`, AGAIN, detail),
    }
  }
  const failure =
    status === 413
      ? failed('media-too-large', `A file is too large for ${host}.`, 'Attach a smaller one.', detail)
      : failed(
          'rejected-by-channel',
          message === '' ? `${host} did not take a file.` : `${host} did not take a file: ${message.slice(0, 200)}`,
          'Choose another media server in the settings of the account, or leave the file out.',
          detail,
        )
  return { kind: 'rejected', failure }
}

/** What is to be told of a post that stands on some relays and not on others; null when all have it. */
export const reservationOf = (standings: readonly Standing[]): Failure | null => {
  const without = standings.filter(({ trouble }) => trouble !== null)
  if (without.length === 0) return null
  const said = without.map(({ relay, trouble }) => `${hostOf(relay)}: ${trouble ? wordsOf(trouble) : ''}`).join('; ')
  const took = standings.length - without.length
  return failed(
    'channel-error',
    `${took} of ${standings.length} relays have it. ${said}`.slice(0, 500),
    'Nothing to do: it can be read on the others. Take a relay that refuses you out of the account.',
    {
      detail: spell(standings),
      told: because('relays-partly', { took, all: standings.length, whom: said.slice(0, 400) }),
    },
  )
}

export const answerLost = (standings: readonly Standing[]): Failure =>
  failed(
    'answer-lost',
    'The post was sent, but no answer came back.',
    'Nothing to do: the relays are asked whether it arrived.',
    { detail: spell(standings) },
  )

const notWelcome = (detail: { detail: string }): Failure =>
  failed(
    'signed-out',
    'None of the relays takes posts from this key.',
    'Choose relays that are open to you, and connect the account again.',
    detail,
  )

/** What each relay said, for the item's story. */
export const spell = (standings: readonly Standing[]): string =>
  standings
    .map(({ relay, trouble }) => `${relay}: ${trouble ? wordsOf(trouble) : 'accepted'}`)
    .join('; ')
    .slice(0, 1000)

const wordsOf = (trouble: Trouble): string => {
  if (trouble.kind === 'refused') return trouble.reason
  if (trouble.kind === 'lost') return `no answer (${trouble.reason})`
  const { error } = trouble
  return `not reached (${error instanceof Error ? error.message : String(error)})`.slice(0, 200)
}

const reasonsOf = (troubles: readonly Trouble[]): string => [...new Set(troubles.map(wordsOf))].join('; ').slice(0, 300)

const prefixOf = (reason: string): string => {
  const prefix = /^([a-z-]+):/.exec(reason)?.[1] ?? ''
  return FOR_NOW.has(prefix) || ABOUT_THE_KEY.has(prefix) ? prefix : ''
}
