import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { editionOf, messageKey } from '../../src-main/channels/newsletter/marker.ts'
import { composeLetter, messageFor } from '../../src-main/channels/newsletter/message.ts'
import { readRecipients } from '../../src-main/channels/newsletter/recipients.ts'
import { newsletterSettings } from '../../src-main/channels/newsletter/settings.ts'
import { channelNamed, draftOf, mediaOf, temporaryFolder } from './channel-world.ts'

const newsletter = channelNamed('newsletter')
const settings = { host: 'smtp.example.com', sender: 'alice@example.com', recipients: 'bob@example.com' }
const parsedSettings = newsletterSettings.parse(settings)
const codes = async (draft: Parameters<typeof draftOf>[0]) =>
  (await newsletter.check(draftOf(draft), settings)).problems
    .filter(({ severity }) => severity === 'error')
    .map(({ code }) => code)
const parsed = (about: Record<string, unknown>) => newsletterSettings.safeParse({ ...settings, ...about })
const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: 'red' } })
    .png()
    .toBuffer()

test('a password leaves this computer only encrypted', () => {
  expect(parsed({ security: 'none' }).error?.issues[0]).toMatchObject({ path: ['security'] })
  for (const host of ['localhost', '127.0.0.1', '::1']) expect(parsed({ security: 'none', host }).success).toBe(true)
  expect(parsed({ security: 'none', host: '127.0.0.1.evil.example' }).success).toBe(false)
  expect(parsed({}).data).toMatchObject({ security: 'tls' })
})

test.each([
  { host: 'smtp.example.com\r\nRCPT' },
  { host: 'https://example.com' },
  { sender: 'alice@example.com\r\nBcc: eve@example.com' },
  { user: 'a\nb' },
  { name: 'The list\r\nBcc: eve@example.com' },
  { port: 0 },
  { port: 70_000 },
  { recipientsFile: 'list.txt' },
  { recipientsFile: '/list\0.txt' },
  { unknown: true },
])('does not take %j', (about) => {
  expect(parsed(about).success).toBe(false)
})

test('needs a subject: the first line, or the option', async () => {
  expect(await codes('News of the week\n\nMore')).toEqual([])
  expect(await codes('x'.repeat(200))).toEqual([])
  expect(await codes('x'.repeat(201))).toEqual(['title-too-long'])
  expect(await codes({ text: 'x'.repeat(201), options: { subject: 'Short' } })).toEqual([])
  expect(await codes({ text: 'Hi', options: { subject: 'x'.repeat(201) } })).toContain('option-invalid')
  expect(await codes(' ')).toContain('empty-post')
  const media = [await mediaOf(await picture(8, 8), 'a.png', 'A')]
  expect(await codes({ media })).toEqual(['title-missing'])
  expect(await codes({ media, options: { subject: 'Pictures' } })).toEqual([])
})

test('takes pictures alone, fits them as it says, and refuses a strict post instead', async () => {
  const media = [await mediaOf(await picture(2000, 1000), 'wide.png', 'A')]
  expect(await codes({ text: 'Look', media: media.map((one) => ({ ...one, mime: 'video/mp4' })) })).toEqual([
    'media-unsupported',
  ])
  expect(await codes({ text: 'Look', media: Array.from({ length: 11 }, () => media).flat() })).toEqual([
    'too-many-media',
  ])
  const draft = draftOf({ text: 'Look', media })
  const { changes } = await newsletter.check(draft, settings)
  expect(changes.map(({ message }) => message)).toEqual([
    '2000 x 1000 becomes 1600 x 800, since Newsletter takes at most 1600 pixels.',
  ])
  const [sent] = (await composeLetter(draft, parsedSettings)).pictures
  expect(await sharp(sent?.bytes).metadata()).toMatchObject({ width: 1600, height: 800 })
  expect(await codes({ text: 'Look', strict: true, media })).toEqual(['media-too-large'])
  await expect(composeLetter({ ...draft, strict: true }, parsedSettings)).rejects.toThrow('strict')
})

test('says what it can and cannot', () => {
  expect(newsletter.descriptor.can).toEqual({
    thread: false,
    edit: false,
    unpublish: false,
    lookup: false,
    readBack: false,
    destinations: false,
    mentions: false,
    host: false,
    handOver: false,
  })
})

test('reads a list from both places, each reader once', async () => {
  const recipientsFile = join(temporaryFolder(), 'readers.txt')
  writeFileSync(
    recipientsFile,
    '# Friends\r\n\r\n"Doe, John" <john@example.com>\r\nBOB@example.com\r\nMüller <m@bücher.example>',
  )
  const given = newsletterSettings.parse({
    ...settings,
    recipients: 'Bob <bob@example.com>, c@example.com',
    recipientsFile,
  })
  expect(await readRecipients(given)).toEqual([
    { name: 'Bob', address: 'bob@example.com' },
    { name: '', address: 'c@example.com' },
    { name: 'Doe, John', address: 'john@example.com' },
    { name: 'Müller', address: 'm@bücher.example' },
  ])
})

test('whatever a list holds, what comes of it fits into an envelope, or it is refused', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc
        .oneof(fc.string({ maxLength: 60 }), fc.string({ unit: 'binary', maxLength: 60 }))
        .map((name) => `${name} <a@b.example>`),
      async (recipients) => {
        const read = await readRecipients(newsletterSettings.parse({ ...settings, recipients })).catch(
          ({ failure }: { failure: { code: string } }) => failure.code,
        )
        if (read === 'invalid-input') return
        for (const { name, address } of read as { name: string; address: string }[]) {
          expect(`${name}${address}`).not.toMatch(/\p{Cc}/u)
          expect(address).toMatch(/^[^\s<>,;:@]+@[^\s<>,;:@]+$/)
        }
      },
    ),
  )
})

test('whatever is written, a message has the headers that it should have, and no others', async () => {
  const words = fc.string({ unit: 'grapheme', maxLength: 80 })
  const evil = fc.constantFrom(
    '\r\nBcc: eve@example.com',
    '\n\n<html>',
    '\r\n.\r\n',
    '\u2028Bcc: x',
    '=?utf-8?q?=0D=0ABcc:_x?=',
  )
  const anything = fc.array(fc.oneof(words, evil), { maxLength: 4 }).map((all) => all.join(''))
  await fc.assert(
    fc.asyncProperty(anything, anything, anything, async (text, subject, name) => {
      const letter = await composeLetter(draftOf({ text: `Hello ${text}`, options: { subject } }), parsedSettings)
      const plain = name.replace(/\p{Cc}+/gu, ' ')
      const raw = await messageFor(
        letter,
        {
          sender: { name: plain, address: 'alice@example.com' },
          recipient: { name: plain, address: 'bob@example.com' },
          replyTo: null,
          messageId: 'id@example.com',
          date: new Date(0),
        },
        newsletterSettings.parse(settings),
      )
      const head = raw.toString('latin1').split('\r\n\r\n', 1)[0] ?? ''
      const keys = head
        .replace(/\r\n[ \t]/g, ' ')
        .split('\r\n')
        .map((line) => line.split(':', 1)[0]?.toLowerCase())
      expect(keys.toSorted()).toEqual(
        [
          'content-type',
          'date',
          'from',
          'list-id',
          'list-unsubscribe',
          'message-id',
          'mime-version',
          'subject',
          'to',
        ].toSorted(),
      )
      expect(head).toContain('Message-ID: <id@example.com>')
    }),
    { numRuns: 60 },
  )
})

test('the id of a message is the same at each attempt, and another for each reader and post', () => {
  const edition = editionOf(newsletter.plan(draftOf('x'), settings))
  const key = (item: string, address: string) => messageKey(edition, item, address)
  expect(key('itm_1', 'Bob@example.com')).toBe(key('itm_1', 'bob@example.com'))
  expect(
    new Set([key('itm_1', 'bob@example.com'), key('itm_1', 'c@example.com'), key('itm_2', 'bob@example.com')]).size,
  ).toBe(3)
  expect(() => editionOf('{}')).toThrow('lost the ids')
  expect(() => editionOf(null)).toThrow('lost the ids')
})
