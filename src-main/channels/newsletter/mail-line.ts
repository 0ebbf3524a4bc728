import { Readable } from 'node:stream'
import { portOf, type NewsletterSettings } from './settings.ts'

/** A connection to a mail server, signed in. */
export type MailLine = {
  /** Hands over one message to one reader. Throws a MailTrouble. */
  send(from: string, to: string, message: Buffer): Promise<void>
  close(): void
}

/**
 * What went wrong with a mail server. `lost`: the message was handed over whole and no answer came; `answer`: what the
 * server said, null where it said nothing.
 */
export class MailTrouble extends Error {
  readonly step: 'open' | 'sign-in' | 'recipient' | 'message'
  readonly answer: number | null
  readonly lost: boolean

  constructor(step: MailTrouble['step'], cause: unknown, lost = false) {
    super(cause instanceof Error ? cause.message : String(cause), { cause })
    const code = (cause as { responseCode?: unknown } | null)?.responseCode
    this.step = step
    this.answer = typeof code === 'number' ? code : null
    this.lost = lost && this.answer === null
  }
}

/** Milliseconds. */
const OPEN_WITHIN = 15_000
const SILENCE = 30_000
/** Bytes of one answer. */
const MAX_ANSWER = 64 * 1024

/** Connects and signs in. Throws a MailTrouble; nothing was sent then. */
export const openMailLine = async (
  settings: NewsletterSettings,
  user: string,
  password: string,
  signal: AbortSignal,
): Promise<MailLine> => {
  const { default: SMTPConnection } = await import('nodemailer/lib/smtp-connection')
  const { host, security } = settings
  const connection = new SMTPConnection({
    host,
    port: portOf(settings),
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    name: 'localhost',
    connectionTimeout: OPEN_WITHIN,
    greetingTimeout: OPEN_WITHIN,
    dnsTimeout: OPEN_WITHIN,
    socketTimeout: SILENCE,
    maxResponseSize: MAX_ANSWER,
  })
  let broken: unknown = null
  let tell: (error: unknown) => void = () => {}
  const fail = (error: unknown) => {
    broken ??= error
    tell(error)
  }
  const calledOff = () => {
    fail(new Error('It was called off.'))
    connection.close()
  }
  connection.on('error', fail)
  connection.on('end', () => fail(new Error('The server closed the connection.')))
  signal.addEventListener('abort', calledOff, { once: true })

  /** Waits for the answer to a step, or for the end of the connection. */
  const step = (begin: (done: (error?: unknown) => void) => void): Promise<void> =>
    new Promise((resolve, reject) => {
      const done = (error?: unknown) => (error ? reject(error) : resolve())
      if (broken !== null) return done(broken)
      tell = done
      begin(done)
    })

  try {
    signal.throwIfAborted()
    await step((done) => connection.connect(done)).catch((error: unknown) => {
      throw new MailTrouble('open', error)
    })
    await step((done) => connection.login({ credentials: { user, pass: password } }, done)).catch((error: unknown) => {
      throw new MailTrouble('sign-in', error)
    })
  } catch (error) {
    connection.close()
    signal.removeEventListener('abort', calledOff)
    throw error instanceof MailTrouble ? error : new MailTrouble('open', error)
  }

  return {
    send: async (from, to, message) => {
      const source = Readable.from([message])
      let whole = false
      source.on('end', () => (whole = true))
      try {
        await step((done) => connection.send({ from, to: [to], size: message.length }, source, done))
      } catch (error) {
        const { command, code } = (error ?? {}) as { command?: unknown; code?: unknown }
        const atReader = command === 'RCPT TO' || (code === 'EENVELOPE' && command === 'API')
        // A transaction that was begun must end before the next.
        if (broken === null) await step((done) => connection.reset(done)).catch(() => {})
        throw new MailTrouble(atReader ? 'recipient' : 'message', error, whole)
      }
    },
    close: () => {
      signal.removeEventListener('abort', calledOff)
      tell = () => {}
      connection.quit()
    },
  }
}
