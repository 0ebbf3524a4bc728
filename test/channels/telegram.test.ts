import { randomBytes } from 'node:crypto'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { bytesOf, LEFT_OUT } from '../fixtures/contract-server.ts'
import { CHAT, parametersOf, startTelegramContractServer, TOKEN } from '../fixtures/telegram-contract-server.ts'
import { channelNamed, draftOf, mediaOf, workOf } from './channel-world.ts'

/* Against a contract server: it is no Telegram, but holds every request to the Bot API. */
const telegram = channelNamed('telegram')
type Contract = Awaited<ReturnType<typeof startTelegramContractServer>>
let contract: Contract

const start = async (...about: Parameters<typeof startTelegramContractServer>) => {
  contract = await startTelegramContractServer(...about)
  const settings = { chat: '@news_channel', server: contract.url, chatId: CHAT.id }
  return {
    settings,
    work: (draft: Partial<Draft> | string, more: Parameters<typeof workOf>[2] = {}) =>
      workOf(telegram, draftOf(draft), { settings, secret: TOKEN, ...more }),
  }
}
const calls = () => contract.requests.map(({ path }) => path.split('/').at(-1))
const told = (index: number) => parametersOf(contract.requests.at(index) ?? { body: {}, form: null })
const published = async (work: Parameters<typeof telegram.publish>[0]) => {
  const outcome = await telegram.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const picture = (width = 8, height = 8, format: 'png' | 'webp' | 'jpeg' = 'png') =>
  sharp({ create: { width, height, channels: 3, background: 'red' } })
    .toFormat(format)
    .toBuffer()
const video = (size: number) => Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42', 'latin1'), randomBytes(size)])
const codes = async (draft: Partial<Draft>, settings: Record<string, unknown> = { chat: '@news_channel' }) =>
  (await telegram.check(draftOf(draft), settings)).problems.map(({ severity, code }) => `${severity} ${code}`)

test.skipIf(LEFT_OUT !== '')(`the contract server refuses what the Bot API does not have${LEFT_OUT}`, async () => {
  await start()
  const ask = (method: string, body: object) =>
    fetch(`${contract.url}/bot${TOKEN}/${method}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const answers = await Promise.all([
    ask('sendMessage', { chat_id: '@news_channel', text: 5 }),
    ask('sendMessage', { chat_id: '@news_channel' }),
    ask('sendMessage', { chat_id: '@news_channel', text: 'x', silent: true }),
    ask('sendNothing', {}),
    ask('deleteMessage', { chat_id: '@news_channel', message_id: 'x' }),
  ])
  expect(answers.map(({ status }) => status)).toEqual([400, 400, 400, 400, 400])
  // Each breaks both what the description says and what the project holds itself to.
  expect(contract.breaches.splice(0)).toHaveLength(10)
})

test('says that it can be edited and taken down, and that bots cannot read: a lost answer is for the person to settle', () => {
  const { can, edits, summary } = telegram.descriptor
  expect(can).toMatchObject({ edit: true, unpublish: true, lookup: false, readBack: false, thread: false })
  expect(edits).toEqual({ withinMinutes: null, max: null })
  expect(summary).toContain('cannot read')
})

test.each([
  ['news_channel', '@news_channel'],
  ['https://t.me/news_channel/', '@news_channel'],
  [' @news_channel ', '@news_channel'],
  ['-1001234567890', '-1001234567890'],
])('a chat typed as %j is %s at its own server', (chat, name) => {
  expect(telegram.settings.parse({ chat })).toEqual({ chat: name, server: 'https://api.telegram.org' })
})

test.each([
  { chat: 'a b' },
  { chat: '' },
  { chat: '@x' },
  { chat: '@news', server: 'http://bots.example' },
  { chat: '@news', server: 'https://me:secret@bots.example' },
])('settings such as %j are refused', (settings) => {
  expect(telegram.settings.safeParse(settings).success).toBe(false)
})

test('connects: asks who the bot is, what the chat is, and whether it may post there; keeps the number of the chat', async () => {
  const { settings, work } = await start()
  expect(await telegram.connect(work('', { settings: { chat: '@news_channel', server: contract.url } }))).toEqual({
    kind: 'valid',
    identity: '@news_channel',
    settings,
    picture: `${contract.url}/file/bot${TOKEN}/photos/file_0.jpg`,
  })
  expect(calls()).toEqual(['getMe', 'getChat', 'getChatMember', 'getFile'])
})

test('a server of one’s own may stand under a path', async () => {
  const { work } = await start()
  contract.say(/^POST \/bots\/bot[^/]+\/sendMessage$/, {
    status: 200,
    body: { ok: true, result: { message_id: 7, chat: { id: 1 } } },
  })
  const settings = { chat: '1', server: `${contract.url}/bots/` }
  expect(await published(work('x', { settings }))).toEqual({ id: '1/7', url: null, parts: [] })
})

test.each([
  ['channel', { status: 'member' }, false],
  ['channel', { status: 'administrator', can_post_messages: false }, false],
  ['channel', { status: 'left' }, false],
  ['channel', { status: 'creator' }, true],
  ['supergroup', { status: 'member' }, true],
  ['supergroup', { status: 'administrator', can_post_messages: undefined }, true],
  ['supergroup', { status: 'restricted', can_send_messages: false }, false],
  ['supergroup', { status: 'kicked' }, false],
])('in a %s a bot that is %j may post: %s', async (type, member, may) => {
  const { work } = await start({ chat: { type }, member })
  expect(await telegram.connect(work(''))).toMatchObject(
    may
      ? { kind: 'valid' }
      : { kind: 'refused', failure: { field: 'settings.chat', next: expect.stringContaining('In Telegram') } },
  )
})

test('a group whose members may not write is told when it is connected', async () => {
  const chat = { type: 'supergroup', permissions: { can_send_messages: false } }
  const { work } = await start({ chat, member: { status: 'member' } })
  expect(await telegram.connect(work(''))).toMatchObject({ kind: 'refused' })
})

test.each([null, '', 'hello', '123:short', 'https://api.telegram.org/bot1:abc'])(
  'a token such as %j is refused before anything is asked',
  async (secret) => {
    const { work } = await start()
    expect(await telegram.connect(work('', { secret }))).toMatchObject({
      kind: 'refused',
      failure: { code: 'wrong-credentials', field: 'secret' },
    })
    expect(await telegram.publish(work('x', { secret }))).toMatchObject({ kind: 'signed-out' })
    expect(contract.requests).toEqual([])
  },
)

test('a token that is not known is told, and so is a chat that is not', async () => {
  const { work, settings } = await start()
  const secret = `1${TOKEN}`
  expect(await telegram.connect(work('', { secret }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'wrong-credentials', field: 'secret', next: expect.stringContaining('@BotFather') },
  })
  expect(await telegram.connect(work('', { settings: { ...settings, chat: '@other_channel' } }))).toMatchObject({
    kind: 'refused',
    failure: { code: 'rejected-by-channel', field: 'settings.chat' },
  })
})

test('counts in units of UTF-16: 4096 in a text, 1024 beside files', async () => {
  const media = [await mediaOf(await picture())]
  expect((await telegram.check(draftOf('😀é'), { chat: '@news_channel' })).count).toEqual({
    used: 3,
    max: 4096,
    unit: 'characters',
  })
  expect(await codes({ text: '日'.repeat(4096) })).toEqual(['warning text-nearly-full'])
  expect(await codes({ text: '日'.repeat(4097) })).toEqual(['error text-too-long'])
  expect(await codes({ text: '😀'.repeat(2049) })).toEqual(['error text-too-long'])
  expect(await codes({ text: 'x'.repeat(900), media })).toEqual([])
  expect(await codes({ text: 'x'.repeat(1024), media })).toEqual(['warning text-nearly-full'])
  expect(await codes({ text: 'x'.repeat(1025), media })).toEqual(['error text-too-long'])
})

test('takes up to ten files; tells that descriptions are not sent, and does not ask for them', async () => {
  const bare = await mediaOf(await picture())
  expect(await codes({ media: Array.from({ length: 10 }, () => bare) })).toEqual([])
  expect(await codes({ media: Array.from({ length: 11 }, () => bare) })).toEqual(['error too-many-media'])
  expect(await codes({ media: [{ ...bare, alt: 'A square' }] })).toEqual(['warning alt-not-shown'])
  expect(await codes({ media: [bare], options: { link_preview: false } })).toEqual(['warning option-unused'])
})

test('a server of one’s own takes larger videos', async () => {
  const large = { ...(await mediaOf(video(10), 'a.mp4')), size: 100 * 1024 * 1024 }
  expect(await codes({ media: [large] })).toEqual(['error media-too-large'])
  expect(await codes({ media: [large] }, { chat: '@news_channel', server: 'https://bots.example' })).toEqual([])
})

test('a text goes as it is, with what the post is told and nothing else', async () => {
  const { work } = await start()
  const text = 'Tom & <b>Jerry</b> *bold* _x_ 😀 https://example.com'
  expect(await published(work(text))).toEqual({
    id: `${CHAT.id}/101`,
    url: 'https://t.me/news_channel/101',
    parts: [],
  })
  const options = { disable_notification: true, protect_content: true, link_preview: false }
  await published(work({ text, options }))
  expect([told(0), told(1)]).toEqual([
    { chat_id: CHAT.id, text },
    {
      chat_id: CHAT.id,
      text,
      disable_notification: true,
      protect_content: true,
      link_preview_options: { is_disabled: true },
    },
  ])
})

test('emphasis goes beside the text, in a message, a caption and an album', async () => {
  const { work } = await start()
  const rich = {
    text: 'Read this',
    emphasis: [
      { kind: 'bold', start: 0, end: 9 },
      { kind: 'link', start: 5, end: 9, href: 'https://example.org/' },
    ] as const,
  }
  const entities = [
    { type: 'bold', offset: 0, length: 9 },
    { type: 'text_link', offset: 5, length: 4, url: 'https://example.org/' },
  ]
  const files = [await mediaOf(await picture(), 'a.png'), await mediaOf(await picture(9), 'b.png')]
  await published(work(rich))
  await published(work({ ...rich, media: files.slice(0, 1) }))
  await published(work({ ...rich, media: files }))
  expect(told(0)).toMatchObject({ text: 'Read this', entities })
  expect(told(1)).toMatchObject({ caption: 'Read this', caption_entities: entities })
  expect(told(2)).toMatchObject({ media: [{ caption: 'Read this', caption_entities: entities }, {}] })
})

test('a post in a private chat has no address', async () => {
  const { work } = await start({ chat: { username: undefined } })
  expect(await published(work('x'))).toMatchObject({ url: null })
})

test('before its number is known a chat is named', async () => {
  const { work } = await start()
  await published(work('x', { settings: { chat: '@news_channel', server: contract.url } }))
  expect(told(0)['chat_id']).toBe('@news_channel')
})

test('a photo and a video arrive byte for byte, with the text as their caption', async () => {
  const { work } = await start()
  const [png, mp4] = [await picture(), video(3_000_000)]
  const options = { disable_notification: true }
  await published(work({ text: 'Look', media: [await mediaOf(png, 'a.png')], options }))
  await published(work({ media: [await mediaOf(mp4, 'b.mp4')] }))
  expect(calls()).toEqual(['sendPhoto', 'sendVideo'])
  expect(await bytesOf(contract.requests[0]?.form, 'photo')).toEqual(png)
  expect(await bytesOf(contract.requests[1]?.form, 'video')).toEqual(mp4)
  expect(told(0)).toMatchObject({ caption: 'Look', disable_notification: true })
  expect(told(1)).not.toHaveProperty('caption')
})

test('an image of another kind goes as one that Telegram takes, under a name that says so', async () => {
  const { work } = await start()
  await published(work({ media: [await mediaOf(await picture(8, 8, 'webp'), 'a.webp')] }))
  const sent = told(0)['photo'] as File
  expect([sent.name, sent.type]).toEqual(['a.jpg', 'image/jpeg'])
  expect((await sharp(await bytesOf(contract.requests[0]?.form, 'photo')).metadata()).format).toBe('jpeg')
})

test('a strict post is refused for a file that would have to be changed, and nothing is sent', async () => {
  const { work } = await start()
  const media = [await mediaOf(await picture(8, 8, 'webp'), 'a.webp')]
  expect(await telegram.publish(work({ media, strict: true }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-unsupported', field: 'media' },
  })
  const gone = [{ ...(await mediaOf(video(10), 'b.mp4')), path: '/nowhere/b.mp4' }]
  expect(await telegram.publish(work({ media: gone }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-missing' },
  })
  expect(contract.requests).toEqual([])
})

test('several files go as an album in their order, the text beside the first, and are taken down all', async () => {
  const { work } = await start()
  const files = [await picture(8, 9), video(1000), await picture(9, 8, 'jpeg')]
  const names = ['a.png', 'b.mp4', 'c.jpg']
  const media = await Promise.all(files.map((bytes, index) => mediaOf(bytes, names[index])))
  const sent = work({ text: 'Three', media })
  const remote = await published(sent)
  expect(remote).toEqual({ id: `${CHAT.id}/101,102,103`, url: 'https://t.me/news_channel/101', parts: [] })
  expect(told(0)['media']).toEqual([
    { type: 'photo', media: 'attach://file0', caption: 'Three' },
    { type: 'video', media: 'attach://file1' },
    { type: 'photo', media: 'attach://file2' },
  ])
  for (const [index, bytes] of files.entries()) {
    expect(await bytesOf(contract.requests[0]?.form, `file${index}`)).toEqual(bytes)
  }
  expect(await telegram.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
  expect(contract.messages.size).toBe(0)
  expect([1, 2, 3].map((index) => told(index)['message_id'])).toEqual([103, 102, 101])
})

test('an upload whose line breaks, before or after it arrived, is unclear; one that is called off before it began is not', async () => {
  const { work } = await start()
  const media = [await mediaOf(video(3_000_000), 'a.mp4')]
  contract.say(/sendVideo/, { fate: 'cut', after: true })
  expect(await telegram.publish(work({ media }))).toMatchObject({ kind: 'unclear' })
  const ended = new AbortController()
  contract.say(/sendVideo/, { fate: 'silence' })
  const silent = telegram.publish(work({ media }, { signal: ended.signal }))
  await expect.poll(() => contract.requests.length).toBe(2)
  ended.abort()
  expect(await silent).toMatchObject({ kind: 'unclear' })
  expect(await telegram.publish(work({ media }, { signal: ended.signal }))).toMatchObject({ kind: 'retry' })
  expect(contract.requests).toHaveLength(2)
})

test('a form says how long it is, whatever the names in it', async () => {
  const { work } = await start()
  await published(work({ text: 'Zwölf "Äpfel"\r\n', media: [await mediaOf(video(1000), 'ä "b" 日.mp4')] }))
  const { 'content-length': length, 'transfer-encoding': chunked } = contract.requests[0]?.headers ?? {}
  expect(Number(length)).toBeGreaterThan(1000)
  expect(chunked).toBeUndefined()
  expect((told(0)['video'] as File).size).toBe(1012)
})

test('edits a text, or the caption of files; the same text again is no trouble', async () => {
  const { work } = await start()
  const standing = { publishedAt: Date.now(), versions: 0 }
  const plain = await published(work('Before'))
  const media = [await mediaOf(await picture())]
  const shown = await published(work({ text: 'Before', media }))
  const again = work({ text: 'After', options: { link_preview: false } }, { standing })
  expect(await telegram.edit?.(again, plain)).toEqual({ kind: 'done', remote: plain })
  expect(await telegram.edit?.(again, plain)).toEqual({ kind: 'done', remote: plain })
  expect(await telegram.edit?.(work({ text: 'After', media }, { standing }), shown)).toMatchObject({ kind: 'done' })
  expect(calls().slice(2)).toEqual(['editMessageText', 'editMessageText', 'editMessageCaption'])
  expect(told(2)['link_preview_options']).toEqual({ is_disabled: true })
  expect([...contract.messages.values()].map(({ text }) => text)).toEqual(['After', 'After'])
})

test('an edit of what is gone says so; a takedown of it is done', async () => {
  const { work } = await start()
  const remote = { id: `${CHAT.id}/5`, url: null, parts: [] }
  expect(await telegram.edit?.(work('x'), remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
  expect(await telegram.unpublish?.(work('x'), remote)).toEqual({ kind: 'done', remote })
  expect(await telegram.unpublish?.(work('x'), { ...remote, id: 'at://other' })).toMatchObject({ kind: 'refused' })
})

test('a post that the person found is changed by its address', async () => {
  const { work } = await start()
  await published(work('Lost'))
  const remote = { id: 'https://t.me/news_channel/101?single', url: 'https://t.me/news_channel/101?single', parts: [] }
  expect(await telegram.edit?.(work('Found'), remote)).toEqual({ kind: 'done', remote })
  expect([...contract.messages.values()]).toMatchObject([{ text: 'Found' }])
  expect(await telegram.unpublish?.(work('Found'), { ...remote, id: 'https://t.me/c/1234567890/101' })).toMatchObject({
    kind: 'done',
  })
  expect(contract.messages.size).toBe(0)
  expect(await telegram.unpublish?.(work(''), { ...remote, id: 'confirmed by hand' })).toMatchObject({
    kind: 'refused',
  })
})

test('a message that is too old to be taken down: the rule is told', async () => {
  const { work } = await start()
  const remote = await published(work('Old'))
  contract.say(/deleteMessage/, contract.refuse(400, "Bad Request: message can't be deleted for everyone"))
  expect(await telegram.unpublish?.(work('Old'), remote)).toMatchObject({
    kind: 'refused',
    failure: { message: expect.stringContaining('48 hours'), next: 'Delete it in Telegram by hand.' },
  })
})

test.each([
  [400, 'Bad Request: chat not found', 'rejected-by-channel', 'settings.chat'],
  [400, 'Bad Request: need administrator rights in the channel chat', 'rejected-by-channel', undefined],
  [400, 'Bad Request: not enough rights to send text messages to the chat', 'rejected-by-channel', undefined],
  [403, 'Forbidden: bot was kicked from the channel chat', 'rejected-by-channel', undefined],
  [403, 'Forbidden: something new', 'rejected-by-channel', undefined],
  [400, 'Bad Request: message is too long', 'text-too-long', 'text'],
  [400, 'Bad Request: message caption is too long', 'text-too-long', 'text'],
  [400, 'Bad Request: PHOTO_INVALID_DIMENSIONS', 'media-unsupported', 'media'],
  [400, 'Bad Request: something new', 'rejected-by-channel', undefined],
  [413, 'Request Entity Too Large', 'media-too-large', 'media'],
])('a post that is answered with %i %s is rejected: %s', async (status, description, code, field) => {
  const { work } = await start()
  contract.say(/sendMessage/, contract.refuse(status, description))
  const outcome = await telegram.publish(work('x'))
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { code, detail: expect.stringContaining(description) } })
  expect(outcome.kind === 'rejected' && outcome.failure.field).toBe(field)
  expect(outcome.kind === 'rejected' && outcome.failure.next.length).toBeGreaterThan(10)
})

test.each([
  [401, 'Unauthorized'],
  [404, 'Not Found'],
])('a token that is no longer known (%i) signs the account out', async (status, description) => {
  const { work } = await start()
  contract.say(/sendMessage/, contract.refuse(status, description))
  expect(await telegram.publish(work('x'))).toMatchObject({ kind: 'signed-out', failure: { code: 'signed-out' } })
})

test('a group that moved is told with its new number', async () => {
  const { work } = await start()
  const body = {
    ok: false,
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: -1009876543210 },
  }
  contract.say(/sendMessage/, { status: 400, body })
  expect(await telegram.publish(work('x'))).toMatchObject({
    kind: 'rejected',
    failure: { next: expect.stringContaining('-1009876543210'), field: 'settings.chat' },
  })
})

test('waits as long as Telegram says in its answer', async () => {
  const { work } = await start()
  const body = { ok: false, error_code: 429, description: 'Too Many Requests', parameters: { retry_after: 35 } }
  contract.say(/sendMessage/, { status: 429, body, headers: { 'retry-after': '5' } })
  const frozen = channelNamed('telegram', { clock: { now: () => 1_000_000, after: () => () => {} } })
  expect(await frozen.publish(work('x'))).toMatchObject({ kind: 'limited', until: 1_035_000 })
})
