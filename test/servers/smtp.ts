import { once } from 'node:events'
import { type AddressInfo, type Server } from 'node:net'
import type { Readable } from 'node:stream'
import { callbackify } from 'node:util'
import { installed } from './installed.ts'

/** A real SMTP server on loopback, in this process, that keeps what it is given. */
export type MailServer = {
  port: number
  /** User and password that it knows. */
  user: string
  password: string
  /** In the order in which they were taken. */
  mails: Mail[]
  /** Answers `RCPT TO` for an address so. */
  refuseReader(address: string, code: number, text: string): void
  takeAll(): void
  /** Answers the message itself so, from now on; null: no more. */
  refuseMessages(answer: { code: number; text: string } | null): void
  close(): Promise<void>
}
export type Mail = { from: string; to: string[]; raw: string; parsed: ParsedMail }
export type ParsedMail = {
  subject?: string
  text?: string
  html?: string | false
  messageId?: string
  date?: Date
  to?: { text: string }
  from?: { text: string }
  headers: Map<string, unknown>
  headerLines: { key: string; line: string }[]
  attachments: { cid?: string; contentType: string; contentDisposition: string; content: Buffer }[]
}

type Done = (error?: Error | null, answer?: unknown) => void
type Address = { address: string }
type Session = { envelope: { mailFrom: Address | false; rcptTo: Address[] } }
type Options = {
  onAuth(auth: { username: string; password: string }, session: Session, done: Done): void
  onRcptTo(address: Address, session: Session, done: Done): void
  onData(stream: Readable, session: Session, done: Done): void
  [option: string]: unknown
}
type Packages = {
  SMTPServer: new (options: Options) => {
    server: Server
    listen(port: number, host: string): void
    on(event: 'error', listener: () => void): void
    close(done: () => void): void
  }
  simpleParser(raw: Buffer): Promise<ParsedMail>
}

/** `size`: the largest message that it takes, in bytes. */
export const startMailServer = async ({ size }: { size?: number } = {}): Promise<MailServer> => {
  const { SMTPServer } = installed('smtp-server') as Packages
  const { simpleParser } = installed('mailparser') as Packages
  const [user, password] = ['alice@example.test', 'an app password']
  const mails: Mail[] = []
  const refused = new Map<string, { code: number; text: string }>()
  let refusal: { code: number; text: string } | null = null
  const saying = ({ code, text }: { code: number; text: string }) =>
    Object.assign(new Error(text), { responseCode: code })

  const take = async (stream: Readable, { envelope }: Session) => {
    const chunks: Buffer[] = []
    for await (const chunk of stream) chunks.push(chunk as Buffer)
    if (refusal) throw saying(refusal)
    const raw = Buffer.concat(chunks)
    mails.push({
      from: envelope.mailFrom ? envelope.mailFrom.address : '',
      to: envelope.rcptTo.map(({ address }) => address),
      raw: raw.toString(),
      parsed: await simpleParser(raw),
    })
  }

  const smtp = new SMTPServer({
    authOptional: false,
    allowInsecureAuth: true,
    hideSTARTTLS: true,
    disableReverseLookup: true,
    logger: false,
    // In milliseconds: a client that a test lets die says no goodbye.
    closeTimeout: 200,
    ...(size !== undefined && { size }),
    onAuth: ({ username, password: given }, _, done) =>
      username === user && given === password
        ? done(null, { user })
        : done(Object.assign(new Error('Invalid username or password'), { responseCode: 535 })),
    onRcptTo: ({ address }, _, done) => {
      const answer = refused.get(address)
      done(answer ? saying(answer) : null)
    },
    onData: callbackify(take),
  })
  // Connections that a test cuts are no news.
  smtp.on('error', () => {})
  smtp.listen(0, '127.0.0.1')
  await once(smtp.server, 'listening')
  return {
    port: (smtp.server.address() as AddressInfo).port,
    user,
    password,
    mails,
    refuseReader: (address, code, text) => void refused.set(address, { code, text }),
    takeAll: () => refused.clear(),
    refuseMessages: (answer) => void (refusal = answer),
    close: () => new Promise((resolve) => smtp.close(resolve)),
  }
}
