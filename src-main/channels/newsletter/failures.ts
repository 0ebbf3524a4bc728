import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Told } from '../../../src-preload/contract/model/told.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'
import type { ChannelTools, Outcome } from '../channel.ts'
import { notReached } from '../kit/network-failure.ts'
import { distrustIn } from '../kit/untrusted.ts'
import { MailTrouble } from './mail-line.ts'
import { type NewsletterSettings, portOf } from './settings.ts'

/** How long a server that wants a pause gets one, in milliseconds; those who greylist want some minutes. */
const PAUSE = 600_000

/** How far a newsletter has come: who has it, who does not, and why. */
export type Delivery = {
  all: number
  /** Those who have it. */
  sent: number
  /** The answer to their message did not come. */
  lost: readonly string[]
  /** The server will not take it for them: address and reason. */
  refused: readonly string[]
  /** Not yet: address and reason. */
  later: readonly string[]
  /** What ended the run before its end; null: nothing, `pause`: its time was over. */
  stopped: MailTrouble | 'pause' | null
}

/** What an attempt came to that did not reach everybody; null when there is nothing more to do. */
export const outcomeOf = (delivery: Delivery, settings: NewsletterSettings, tools: ChannelTools): Outcome | null => {
  const { sent, lost, refused, later, stopped } = delivery
  const detail = { detail: spell(delivery) }
  // Whatever else is open: nothing goes on by itself while somebody could get it twice.
  if (lost.length > 0) return { kind: 'unclear', failure: lostAnswers(delivery) }
  if (stopped instanceof MailTrouble) return outcomeOfTrouble(stopped, delivery, settings, tools)
  if (stopped === 'pause') return { kind: 'limited', until: tools.clock.now(), failure: onItsWay(delivery) }
  if (later.length > 0) {
    const message = `${soFar(delivery)} The mail server wants a pause before ${count(later.length, 'reader')}.`
    const told = partly(delivery, { what: 'later', count: later.length })
    const failure = failed('rate-limited', message, 'Nothing to do: Posthorn sends to them later.', { ...detail, told })
    return { kind: 'limited', until: tools.clock.now() + PAUSE, failure }
  }
  if (sent === 0 && refused.length > 0) {
    const message: Sentence = `The mail server took it for nobody: ${(refused[0] ?? '').slice(0, 260)}`
    return { kind: 'rejected', failure: failed('rejected-by-channel', message, CHANGE, detail) }
  }
  return null
}
const CHANGE = 'Change what it complains about, or the list of readers, and retry.'
const AGAIN: Sentence = 'Nothing to do: Posthorn goes on by itself with those who do not have it.'

const outcomeOfTrouble = (
  trouble: MailTrouble,
  delivery: Delivery,
  settings: NewsletterSettings,
  tools: ChannelTools,
): Outcome => {
  const { step, answer, message } = trouble
  const detail = { detail: message.slice(0, 500) }
  if (isSignInRefused(trouble)) return { kind: 'signed-out', failure: signedOut(settings, detail) }
  if (answer !== null && answer >= 500) {
    const said: Sentence = `${settings.host} refused it: ${message.slice(0, 200)}`
    return { kind: 'rejected', failure: failed('rejected-by-channel', said, CHANGE, detail) }
  }
  if (answer !== null && step === 'message') {
    const told = partly(delivery, { what: 'pause', host: settings.host })
    const failure = failed('rate-limited', `${soFar(delivery)} ${settings.host} wants a pause.`, AGAIN, {
      ...detail,
      told,
    })
    return { kind: 'limited', until: tools.clock.now() + PAUSE, failure }
  }
  if (answer !== null) {
    const failure = failed('unreachable', `${settings.host} has a problem of its own right now.`, AGAIN, detail)
    return { kind: 'retry', failure }
  }
  if (isTooLarge(trouble)) {
    const said: Sentence = `The message is larger than ${settings.host} takes.`
    return { kind: 'rejected', failure: failed('media-too-large', said, 'Attach fewer or smaller pictures.', detail) }
  }
  const secrecy = withoutTrust(trouble, settings)
  if (secrecy !== null) return { kind: 'retry', failure: failed('unreachable', secrecy, SECRECY, detail) }
  return { kind: 'retry', failure: notReached(settings.host, tools.network, trouble) }
}

const SECRECY = 'Check the encryption and the port in the settings of the account; nothing was sent.'
const CERTIFICATE = /certificate|self.signed|CERT_|altname/i
const NO_TLS = /wrong version number|packet length|SSL routines|unknown protocol/i

/** Why a server cannot be spoken to in secret, in words; null when that is not the trouble. */
const withoutTrust = (trouble: MailTrouble, settings: NewsletterSettings): Sentence | null => {
  if (trouble.step !== 'open' || trouble.answer !== null) return null
  const { host, security } = settings
  const distrust = distrustIn(trouble.cause)
  if (distrust) return `The certificate of ${host} cannot be trusted: ${distrust.why}.`
  const said = `${String(codeOf(trouble))} ${trouble.message}`
  const place = `${host} at port ${portOf(settings)}`
  if (NO_TLS.test(said)) return `${place} does not speak encrypted from the start (tls); it may want starttls.`
  if (CERTIFICATE.test(said)) return `${host} shows no certificate that can be trusted for this name.`
  return security === 'starttls' && /STARTTLS/i.test(said) ? `${place} offers no encryption by starttls.` : null
}

/** What an attempt came to, by what was thrown before anything was sent. */
export const outcomeOfError = (error: unknown, settings: NewsletterSettings, tools: ChannelTools): Outcome => {
  if (error instanceof Refusal) return { kind: 'rejected', failure: error.failure }
  const trouble = error instanceof MailTrouble ? error : new MailTrouble('open', error)
  const nothing = { all: 0, sent: 0, lost: [], refused: [], later: [], stopped: trouble }
  return outcomeOfTrouble(trouble, nothing, settings, tools)
}

/** 535 and its like: the server knows the name or the password no more. */
export const isSignInRefused = (trouble: MailTrouble): boolean => {
  const { step, answer } = trouble
  if (step !== 'sign-in') return answer === 530 || answer === 535
  return answer === null ? codeOf(trouble) === 'EAUTH' : answer >= 500
}

/** The server told its limit in its greeting, and the message is over it. */
const isTooLarge = (trouble: MailTrouble): boolean => trouble.answer === null && codeOf(trouble) === 'EMESSAGE'

/** Whether the connection is of no use any more, while the message surely was not taken. */
export const hasEnded = (trouble: MailTrouble): boolean =>
  !trouble.lost &&
  (trouble.answer === 421 || (trouble.answer === null && trouble.step === 'message' && !isTooLarge(trouble)))

const codeOf = ({ cause }: MailTrouble): unknown => (cause as { code?: unknown } | null)?.code

/** What is to be told of a newsletter that some did not get; null when all did. */
export const reservationOf = (delivery: Delivery): Failure | null =>
  delivery.refused.length === 0
    ? null
    : failed(
        'channel-error',
        `${soFar(delivery)} The mail server refused ${delivery.refused.join(', ')}`.slice(0, 500),
        'Correct these addresses in the list, or take them out.',
        {
          detail: spell(delivery),
          told: partly(delivery, { what: 'refused', whom: delivery.refused.join(', ').slice(0, 400) }),
        },
      )

const lostAnswers = (delivery: Delivery): Failure => {
  const { lost, all, sent, refused, later } = delivery
  const open = all - sent - lost.length - refused.length
  const rest =
    open > 0 || later.length > 0 ? ` ${count(open, 'reader')} ${open === 1 ? 'was' : 'were'} not reached yet.` : ''
  return failed(
    'answer-lost',
    `${soFar(delivery)} No answer came back for ${lost.slice(0, 5).join(', ')}${lost.length > 5 ? ` and ${lost.length - 5} more` : ''}.${rest}`,
    'Ask them whether it arrived. If it did and nobody is left, say that it is there; post it again to send it to them and to everybody else who does not have it.',
    {
      detail: spell(delivery),
      told: partly(delivery, {
        what: 'lost',
        whom: lost.slice(0, 5).join(', '),
        count: Math.max(0, lost.length - 5),
        open: open > 0 || later.length > 0 ? open : 0,
      }),
    },
  )
}

const onItsWay = (delivery: Delivery): Failure =>
  failed('rate-limited', soFar(delivery), 'Nothing to do: Posthorn goes on with the others.', {
    detail: spell(delivery),
    told: partly(delivery, { what: 'on' }),
  })

const signedOut = ({ host }: NewsletterSettings, detail: { detail: string }): Failure =>
  failed(
    'signed-out',
    `${host} no longer accepts the user name and password.`,
    'Connect the account again with the password that the mail server knows.',
    detail,
  )

export const wrongCredentials = ({ host }: NewsletterSettings, { message }: MailTrouble): Failure =>
  failed(
    'wrong-credentials',
    `${host} does not accept this user name with this password.`,
    'Check both; many providers want an app password made for mail programs.',
    { field: 'secret', detail: message.slice(0, 500) },
  )

type Part = { what: string; whom?: string; count?: number; open?: number; host?: string }

/** How far it has come, and `what` of it is to be told. */
const partly = ({ sent, all }: Delivery, { what, whom = '', count = 0, open = 0, host = '' }: Part): Told =>
  because('newsletter-partly', { sent, all, what, whom, count, open, host })

const soFar = ({ sent, all }: Delivery): string =>
  `${sent} of ${count(all, 'reader')} ${sent === 1 ? 'has' : 'have'} it.`
const count = (many: number, what: string): string => `${many} ${what}${many === 1 ? '' : 's'}`

const spell = ({ sent, all, lost, refused, later }: Delivery): string =>
  [
    `sent ${sent} of ${all}`,
    ...(lost.length > 0 ? [`no answer: ${lost.join(', ')}`] : []),
    ...(refused.length > 0 ? [`refused: ${refused.join(', ')}`] : []),
    ...(later.length > 0 ? [`later: ${later.join(', ')}`] : []),
  ]
    .join('; ')
    .slice(0, 2000)
