import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, onTestFinished, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { type CuttingProxy, startCuttingProxy } from '../servers/cutting-proxy.ts'
import { freePort } from '../servers/pds.ts'
import { type MailServer, startMailServer } from '../servers/smtp.ts'
import { firstItem, openTestApp, schedulePost, stateOf } from '../fixtures/test-world.ts'
import { channelNamed, draftOf, mediaOf, temporaryFolder, workOf } from './channel-world.ts'

const newsletter = channelNamed('newsletter')
const READERS = 'Bob Example <bob@example.test>\ncarol@example.test, "Dörte, die Leserin" <doerte@example.test>'

const mailServer = async (about: Parameters<typeof startMailServer>[0] = {}): Promise<MailServer> => {
  const server = await startMailServer(about)
  onTestFinished(() => server.close())
  return server
}
const cuttable = async (server: MailServer): Promise<CuttingProxy> => {
  const proxy = await startCuttingProxy(server.port)
  onTestFinished(() => proxy.close())
  return proxy
}
const settingsFor = (server: MailServer, about: Record<string, unknown> = {}) => ({
  host: '127.0.0.1',
  port: server.port,
  security: 'none',
  sender: 'Alice Example <alice@example.test>',
  recipients: READERS,
  ...about,
})
const work = (
  settings: Record<string, unknown>,
  draft: Partial<Draft> | string,
  about: Parameters<typeof workOf>[2] = {},
) => workOf(newsletter, draftOf(draft), { settings, secret: 'an app password', ...about })
const publish = async (sent: ReturnType<typeof work>) => {
  const outcome = await newsletter.publish(sent)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome
}
const readers = ({ mails }: MailServer) => mails.flatMap(({ to }) => to)
const header = (mail: MailServer['mails'][number] | undefined, key: string) =>
  mail?.parsed.headerLines.filter((line) => line.key === key).map(({ line }) => line.replace(/\r\n\s/g, ' '))

test('connects when server, password and list are as they should be', async () => {
  const server = await mailServer()
  const settings = settingsFor(server)
  expect(await newsletter.connect(work(settings, ''))).toEqual({
    kind: 'valid',
    identity: 'alice@example.test',
    settings,
  })
  expect(server.mails).toEqual([])
})

test('says what keeps it from connecting', async () => {
  const server = await mailServer()
  const connect = (about: Record<string, unknown>, secret = 'an app password') =>
    newsletter.connect(work({ ...settingsFor(server), ...about }, '', { secret }))
  expect(await connect({}, 'wrong')).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', field: 'secret', detail: expect.stringContaining('535') as string },
  })
  expect(await connect({ user: 'nobody' })).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials' } })
  expect(await connect({ port: await freePort() })).toMatchObject({
    kind: 'unreachable',
    failure: { code: 'unreachable' },
  })
  expect(await connect({ security: 'starttls' })).toMatchObject({ kind: 'unreachable' })
  expect(await connect({ recipients: '\n# nobody\n' })).toMatchObject({
    kind: 'refused',
    failure: { message: 'The newsletter has no readers.', field: 'settings.recipients' },
  })
  expect(await connect({ recipientsFile: join(temporaryFolder(), 'gone.txt') })).toMatchObject({
    kind: 'refused',
    failure: { field: 'settings.recipientsFile' },
  })
})

test('sends a message of their own to each reader, in text and HTML, with pictures inside', async () => {
  const server = await mailServer()
  const picture = await sharp({ create: { width: 40, height: 20, channels: 3, background: 'teal' } })
    .png()
    .toBuffer()
  const text = 'Grüße aus Köln\n\nA <b>paragraph</b> & a link: https://example.com/a?b=1&c=2.\nNext line\n\n.\nLast 👩‍👩‍👧‍👦'
  const sent = work(settingsFor(server, { name: 'The "quoted" list' }), {
    text,
    media: [await mediaOf(picture, 'teal.png', 'A "teal" field')],
    tags: ['never shown'],
  })
  const { remote, reservation } = await publish(sent)
  expect(reservation).toBeUndefined()
  expect(readers(server)).toEqual(['bob@example.test', 'carol@example.test', 'doerte@example.test'])
  expect(sent.sentParts).toEqual(remote.parts)
  expect(remote.parts.map(({ id }) => `<${id}>`)).toEqual(server.mails.map(({ parsed }) => parsed.messageId))
  for (const { parsed, raw, to, from } of server.mails) {
    expect(from).toBe('alice@example.test')
    expect(to).toHaveLength(1)
    for (const other of readers(server)) expect(raw.includes(other)).toBe(other === to[0])
    expect(parsed.from?.text).toBe('"Alice Example" <alice@example.test>')
    expect(parsed.subject).toBe('Grüße aus Köln')
    expect(parsed.date?.getTime()).toBe(sent.at)
    expect(parsed.text).toBe(
      'A <b>paragraph</b> & a link: https://example.com/a?b=1&c=2.\nNext line\n\n.\nLast 👩‍👩‍👧‍👦\n\n[A "teal" field]',
    )
    expect(parsed.html).toContain(
      '<p>A &lt;b&gt;paragraph&lt;/b&gt; &amp; a link: <a href="https://example.com/a?b=1&amp;c=2">',
    )
    expect(parsed.html).toContain('<br>Next line</p>')
    const [inline] = parsed.attachments
    expect(inline).toMatchObject({ contentType: 'image/png', contentDisposition: 'inline' })
    expect(inline?.content.equals(picture)).toBe(true)
    expect(raw.replace(/=\r\n/g, '')).toContain(`src=3D"cid:${inline?.cid}"`)
    expect(parsed.html).toContain('alt="A &quot;teal&quot; field"')
    expect(raw).not.toContain('never shown')
  }
  expect(server.mails[2]?.parsed.to?.text).toBe('"Dörte, die Leserin" <doerte@example.test>')
  expect(header(server.mails[0], 'list-id')).toEqual(['List-ID: "The quoted list" <alice.newsletter.example.test>'])
  expect(header(server.mails[0], 'list-unsubscribe')).toEqual([
    'List-Unsubscribe: <mailto:alice@example.test?subject=unsubscribe>',
  ])
})

test('takes the subject that it is told, and the whole text then', async () => {
  const server = await mailServer()
  await publish(
    work(settingsFor(server, { recipients: 'bob@example.test' }), {
      text: 'One\n\nTwo',
      options: { subject: ' News ' },
    }),
  )
  await publish(work(settingsFor(server, { recipients: 'bob@example.test' }), 'One line alone'))
  expect(server.mails.map(({ parsed: { subject, text } }) => [subject, text?.trim()])).toEqual([
    ['News', 'One\n\nTwo'],
    ['One line alone', 'One line alone'],
  ])
})

test('shows emphasis, a preview, where answers go, and how to leave', async () => {
  const server = await mailServer()
  const settings = settingsFor(server, { replyTo: 'Desk <desk@example.test>', unsubscribeLine: true })
  const text = 'News\n\nA bold word, and our page'
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  await publish(
    work(settings, {
      text,
      emphasis: [
        { ...at('bold'), kind: 'bold' },
        { ...at('our page'), kind: 'link', href: 'https://example.com/?a=1&b=2' },
      ],
      options: { preheader: 'What is <new>' },
    }),
  )
  const [mail] = server.mails
  expect(mail?.parsed.subject).toBe('News')
  expect(mail?.parsed.html).toContain(
    '<p>A <strong>bold</strong> word, and <a href="https://example.com/?a=1&amp;b=2">our page</a></p>',
  )
  expect(mail?.parsed.html).toMatch(/<body[^>]*>\s*<div style="display: none[^>]*>What is &lt;new&gt;<\/div>/)
  expect(mail?.parsed.html).toContain('<a href="mailto:alice@example.test?subject=unsubscribe">Unsubscribe</a>')
  expect(mail?.parsed.text?.trim()).toBe(
    'A bold word, and our page (https://example.com/?a=1&b=2)\n\n-- \nYou no longer want these messages? mailto:alice@example.test?subject=unsubscribe',
  )
  expect(header(mail, 'reply-to')).toEqual(['Reply-To: Desk <desk@example.test>'])
  expect(await newsletter.connect(work({ ...settings, replyTo: 'nobody' }, ''))).toMatchObject({
    kind: 'refused',
    failure: { field: 'settings.replyTo' },
  })
})

test('a trial goes to the sender alone, and how far a list is, is told behind each reader', async () => {
  const server = await mailServer()
  const shares: number[] = []
  const onProgress = (sent: number, total: number) => void shares.push(sent / total)
  await publish(work(settingsFor(server), { text: 'Trial', options: { only_me: true } }))
  expect(readers(server)).toEqual(['alice@example.test'])
  await publish(work(settingsFor(server), 'For all', { onProgress }))
  expect(readers(server).slice(1)).toEqual(['bob@example.test', 'carol@example.test', 'doerte@example.test'])
  expect(shares).toEqual([1 / 3, 2 / 3, 1])
})

test('a server that cannot be spoken to in secret is told so in plain words', async () => {
  const server = await mailServer()
  const said = async (security: string) => {
    const outcome = await newsletter.publish(work(settingsFor(server, { security }), 'Hello'))
    return outcome.kind === 'retry' ? outcome.failure.message : outcome.kind
  }
  expect(await said('starttls')).toBe('The certificate of 127.0.0.1 cannot be trusted: it has expired.')
  expect(await said('tls')).toBe(
    `127.0.0.1 at port ${server.port} does not speak encrypted from the start (tls); it may want starttls.`,
  )
  expect(server.mails).toEqual([])
})

test('readers whom the server refuses are told by name', async () => {
  const server = await mailServer()
  server.refuseReader('bob@example.test', 550, 'No such user here')
  const { reservation } = await publish(work(settingsFor(server), 'Hello'))
  expect(reservation?.message).toContain('Bob Example <bob@example.test> (')
})

test('one reader is one post without parts, and gets it once however often it is sent', async () => {
  const server = await mailServer()
  const settings = settingsFor(server, { recipients: 'Bob <bob@example.test>, BOB@example.test' })
  const sent = work(settings, 'Hello')
  const { remote } = await publish(sent)
  expect(remote.parts).toEqual([])
  expect(sent.sentParts.map(({ id }) => id)).toEqual([remote.id])
  const again = work(settings, 'Hello', { itemId: sent.itemId, marker: sent.marker, parts: sent.sentParts })
  expect((await publish(again)).remote).toEqual(remote)
  expect(server.mails).toHaveLength(1)
})

test('what could not be recorded is unclear, and later only that is sent, even when the sender moved', async () => {
  const server = await mailServer()
  const interrupted = work(settingsFor(server), 'Hello')
  let kept = 0
  interrupted.onPart = (part) => {
    kept += 1
    if (kept === 2) return Promise.reject(new Error('the disk is full'))
    interrupted.sentParts.push(part)
    return Promise.resolve()
  }
  expect(await newsletter.publish(interrupted)).toMatchObject({ kind: 'unclear' })
  expect(readers(server)).toEqual(['bob@example.test', 'carol@example.test', 'doerte@example.test'])
  const [first, second] = server.mails.map(({ parsed }) => parsed.messageId)
  const again = work(settingsFor(server, { sender: 'alice@elsewhere.test', user: server.user }), 'Hello', {
    itemId: interrupted.itemId,
    marker: interrupted.marker,
    parts: interrupted.sentParts,
  })
  const { remote } = await publish(again)
  expect(readers(server).slice(3)).toEqual(['carol@example.test'])
  expect(remote.parts).toHaveLength(3)
  // It comes under the same id, by which mail programs know it for the same.
  expect(server.mails[3]?.parsed.messageId?.split('@')[0]).toBe(second?.split('@')[0])
  expect(first?.split('@')[0]).not.toBe(second?.split('@')[0])
})

test('an answer that is lost leaves that reader to the person, and the others get it all the same', async () => {
  const server = await mailServer()
  const proxy = await cuttable(server)
  const settings = settingsFor(server, { port: proxy.port })
  const sent = work(settings, 'Hello')
  proxy.cutAnswerTo('To: carol@example.test')
  const outcome = await newsletter.publish(sent)
  expect(outcome).toMatchObject({
    kind: 'unclear',
    failure: {
      code: 'answer-lost',
      message: '2 of 3 readers have it. No answer came back for carol@example.test.',
    },
  })
  expect(readers(server)).toEqual(['bob@example.test', 'carol@example.test', 'doerte@example.test'])
  expect(sent.sentParts).toHaveLength(2)
  const again = work(settings, 'Hello', { itemId: sent.itemId, marker: sent.marker, parts: sent.sentParts })
  const { remote } = await publish(again)
  expect(remote.parts).toHaveLength(3)
  expect(readers(server).slice(3)).toEqual(['carol@example.test'])
})

test('a connection that ends before a message was handed over is worth another try', async () => {
  const server = await mailServer()
  const proxy = await cuttable(server)
  const sent = work(settingsFor(server, { port: proxy.port }), 'Hello')
  proxy.cutAnswerTo('MAIL FROM')
  expect(await newsletter.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
  expect(server.mails).toEqual([])
  await publish(sent)
  expect(server.mails).toHaveLength(3)
})

test('a server that ends the connection between two messages is asked anew at once', async () => {
  const server = await mailServer()
  const proxy = await cuttable(server)
  const sent = work(settingsFor(server, { port: proxy.port }), 'Hello')
  sent.onPart = (part) => {
    if (sent.sentParts.length === 0) proxy.cutAnswerTo('RCPT TO:<carol@example.test>')
    sent.sentParts.push(part)
    return Promise.resolve()
  }
  await publish(sent)
  expect(readers(server)).toEqual(['bob@example.test', 'carol@example.test', 'doerte@example.test'])
})

test('a password that is no longer known signs the account out', async () => {
  const server = await mailServer()
  expect(await newsletter.publish(work(settingsFor(server), 'Hello', { secret: 'old' }))).toMatchObject({
    kind: 'signed-out',
    failure: { code: 'signed-out', detail: expect.stringContaining('535') as string },
  })
})

test('a reader whom the server refuses is told, and does not keep it from the others', async () => {
  const server = await mailServer()
  server.refuseReader('carol@example.test', 550, 'No such user here')
  const { remote, reservation } = await publish(work(settingsFor(server), 'Hello'))
  expect(readers(server)).toEqual(['bob@example.test', 'doerte@example.test'])
  expect(remote.parts).toHaveLength(2)
  expect(reservation).toMatchObject({ code: 'channel-error' })
  expect(reservation?.message).toContain('2 of 3 readers have it.')
  expect(reservation?.message).toMatch(/carol@example\.test .*550 No such user here/)
})

test('a reader whose server wants a pause gets it later, and nobody gets it twice', async () => {
  const server = await mailServer()
  server.refuseReader('bob@example.test', 450, 'Greylisted')
  const sent = work(settingsFor(server), 'Hello')
  const outcome = await newsletter.publish(sent)
  expect(outcome).toMatchObject({ kind: 'limited', failure: { code: 'rate-limited' } })
  expect(outcome.kind === 'limited' && outcome.until).toBeGreaterThan(Date.now())
  server.takeAll()
  await publish(work(settingsFor(server), 'Hello', { itemId: sent.itemId, marker: sent.marker, parts: sent.sentParts }))
  expect(readers(server)).toEqual(['carol@example.test', 'doerte@example.test', 'bob@example.test'])
})

test('a pause without end is a refusal', async () => {
  const server = await mailServer()
  server.refuseReader('bob@example.test', 450, 'Greylisted')
  const patient = work(settingsFor(server), 'Hello')
  const late = channelNamed('newsletter', { clock: { now: () => Date.now() + 25 * 3_600_000, after: () => () => {} } })
  expect(await late.publish(patient)).toMatchObject({ kind: 'published', reservation: { code: 'channel-error' } })
})

test.each([
  [550, 'Looks like spam', { kind: 'rejected', failure: { code: 'rejected-by-channel' } }],
  [451, 'Try again later', { kind: 'limited', failure: { code: 'rate-limited' } }],
  [421, 'Too busy', { kind: 'limited', failure: { code: 'rate-limited' } }],
])('a server that answers the message with %i ends the attempt at the first', async (code, text, outcome) => {
  const server = await mailServer()
  server.refuseMessages({ code, text })
  expect(await newsletter.publish(work(settingsFor(server), 'Hello'))).toMatchObject(outcome)
  expect(server.mails).toEqual([])
})

test('a server that takes it for nobody rejects it', async () => {
  const server = await mailServer()
  server.refuseReader('bob@example.test', 550, 'No such user here')
  expect(await newsletter.publish(work(settingsFor(server, { recipients: 'bob@example.test' }), 'Hi'))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'rejected-by-channel' },
  })
})

test('a message that is larger than the server takes is rejected before it is sent', async () => {
  const server = await mailServer({ size: 2000 })
  const noise = await sharp(Buffer.from(Array.from({ length: 30_000 }, (_, index) => (index * 7919) % 251)), {
    raw: { width: 100, height: 100, channels: 3 },
  })
    .png()
    .toBuffer()
  const sent = work(settingsFor(server), { text: 'Large', media: [await mediaOf(noise)] })
  expect(await newsletter.publish(sent)).toMatchObject({ kind: 'rejected' })
  expect(server.mails).toEqual([])
})

test('a list that does not end in time goes on in the next attempt', async () => {
  const server = await mailServer()
  let now = Date.now()
  const slow = channelNamed('newsletter', { clock: { now: () => now, after: () => () => {} } })
  const sent = workOf(slow, draftOf('Hello'), { settings: settingsFor(server), secret: server.password })
  sent.onPart = (part) => {
    sent.sentParts.push(part)
    now += 60_000
    return Promise.resolve()
  }
  expect(await slow.publish(sent)).toMatchObject({
    kind: 'limited',
    until: now,
    failure: { message: '2 of 3 readers have it.' },
  })
  const again = workOf(slow, sent.draft, { ...sent, parts: sent.sentParts, sentParts: [] })
  expect(await slow.publish(again)).toMatchObject({ kind: 'published' })
  expect(server.mails).toHaveLength(3)
})

test('called off before it began it has sent nothing', async () => {
  const server = await mailServer()
  expect((await newsletter.publish(work(settingsFor(server), 'Hi', { signal: AbortSignal.abort() }))).kind).toBe(
    'limited',
  )
  expect(server.mails).toEqual([])
})

test('nothing that is typed can add a header, a reader or a command', async () => {
  const server = await mailServer()
  const evil = 'x\r\nBcc: eve@example.test\r\n\r\nMore'
  const list = join(temporaryFolder(), 'readers.txt')
  writeFileSync(list, '\uFEFF# my readers\r\n\r\n"Bob\u0000\u0007 Bcc: eve@example.test" <bob@example.test>\r\n')
  const media = [
    await mediaOf(
      await sharp({ create: { width: 4, height: 4, channels: 3, background: 'red' } })
        .png()
        .toBuffer(),
      'a.png',
      evil,
    ),
  ]
  await publish(
    work(settingsFor(server, { recipients: undefined, recipientsFile: list }), {
      text: `${evil}\r\n.\r\nMAIL FROM:<eve@example.test>`,
      media,
      options: { subject: evil.replace('More', '') },
    }),
  )
  const [mail] = server.mails
  expect(server.mails).toHaveLength(1)
  expect(mail?.to).toEqual(['bob@example.test'])
  expect(mail?.parsed.headers.has('bcc')).toBe(false)
  expect(mail?.parsed.subject).toBe('x Bcc: eve@example.test')
  expect(mail?.parsed.text).toContain('MAIL FROM:<eve@example.test>')
  expect(mail?.parsed.attachments).toHaveLength(1)
})

test.each([
  'bob@example.test>\u000d\u000aRCPT TO:<eve@example.test',
  'bob',
  '@example.test',
  'bob@',
  '"a b"@example.test',
  'Bob <bob@example.test>, eve',
])('a list with %j is refused, naming the line', async (line) => {
  const server = await mailServer()
  const outcome = await newsletter.publish(work(settingsFor(server, { recipients: `ok@example.test\n${line}` }), 'Hi'))
  expect(outcome).toMatchObject({
    kind: 'rejected',
    failure: { code: 'invalid-input', message: expect.stringMatching(/^Line [23] of the list/) as string },
  })
  expect(server.mails).toEqual([])
})

/** The use cases with a newsletter on this server, and a way to publish to it. */
const startWithPost = async (settings: Record<string, unknown>, channel = newsletter) => {
  const t = await openTestApp({ channels: [channel] })
  await t.app.start()
  const secret = 'an app password'
  const { id } = await t.call('accounts.add', { channel: 'newsletter', name: 'News', settings, secret })
  return { t, post: async (text: string) => firstItem(await schedulePost(t, text, [id])).id }
}

test('through the whole app: a lost answer waits for the person, who has it sent to that reader alone', async () => {
  const server = await mailServer()
  const proxy = await cuttable(server)
  const { t, post } = await startWithPost(settingsFor(server, { port: proxy.port }))
  proxy.cutAnswerTo('To: carol@example.test')
  const itemId = await post('Hello')
  await expect.poll(() => stateOf(t, itemId)).toBe('unconfirmed')
  expect((await t.call('items.get', { itemId })).failure?.message).toContain('carol@example.test')
  server.refuseReader('carol@example.test', 550, 'No such user here')
  await t.call('items.settle', { itemId, found: false })
  await expect.poll(() => stateOf(t, itemId)).toBe('published')
  expect(readers(server)).toEqual(['bob@example.test', 'carol@example.test', 'doerte@example.test'])
  const { history, remote } = await t.call('items.get', { itemId })
  expect(remote?.parts).toHaveLength(2)
  expect(history.map(({ outcome }) => outcome)).toEqual(['unclear', 'published'])
  expect(history[1]?.failure?.message).toContain('2 of 3 readers have it.')
})

test.each([1, 2, 3])(
  'through the whole app: after a crash behind reader %i nobody who has it gets it again',
  async (at) => {
    const server = await mailServer()
    let kept = 0
    let stop = () => {}
    const stopped = new Promise<void>((resolve) => void (stop = resolve))
    const mortal: typeof newsletter = {
      ...newsletter,
      publish: (work) =>
        newsletter.publish({
          ...work,
          onPart: async (part) => {
            await work.onPart(part)
            kept += 1
            if (kept !== at) return
            stop()
            // A machine that stops says nothing more.
            await new Promise<never>(() => {})
          },
        }),
    }
    const { t, post } = await startWithPost(settingsFor(server), mortal)
    const itemId = await post('Hello')
    await stopped
    const again = await t.crash()
    await again.app.start()
    expect(await stateOf(again, itemId)).toBe('unconfirmed')
    expect(readers(server)).toEqual(['bob@example.test', 'carol@example.test', 'doerte@example.test'].slice(0, at))
    await again.call('items.settle', { itemId, found: false })
    await expect.poll(() => stateOf(again, itemId)).toBe('published')
    expect(readers(server)).toEqual(['bob@example.test', 'carol@example.test', 'doerte@example.test'])
  },
)
