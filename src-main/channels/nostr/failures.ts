import type { Failure } from '../../../src-preload/contract/failure.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import type { ChannelTools, Outcome } from '../channel.ts'
import { notReached } from '../kit/network-failure.ts'
import { NotAKey } from './keys.ts'
import { UploadFailed } from './media.ts'
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
  if (error instanceof UploadFailed) return outcomeOfUpload(error, tools, hostOf(mediaServer))
  return { kind: 'retry', failure: notReached(hostOf(mediaServer), tools.network, error) }
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
          `${host} did not take a file${message === '' ? '' : `: ${message.slice(0, 200)}`}`,
          'Choose another media server in the settings of the account, or leave the file out.',
          detail,
        )
  return { kind: 'rejected', failure }
}

/** What is to be told of a post that stands on some relays and not on others; null when all have it. */
export const reservationOf = (standings: readonly Standing[]): Failure | null => {
  const without = standings.filter(({ trouble }) => trouble !== null)
  if (without.length === 0) return null
  const hosts = without.map(({ relay }) => hostOf(relay)).join(', ')
  return failed(
    'channel-error',
    `${standings.length - without.length} of ${standings.length} relays have it; not ${hosts}.`,
    'Nothing to do: it can be read on the others. Take a relay that refuses you out of the account.',
    { detail: spell(standings) },
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
