import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Draft } from '../../src-main/channels/channel.ts'
import { type CuttingProxy, startCuttingProxy } from '../servers/cutting-proxy.ts'
import { type Snac, startSnac, whyNoSnac } from '../servers/snac.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, workOf } from './channel-world.ts'

const why = whyNoSnac()
const mastodon = channelNamed('mastodon')

describe.skipIf(why !== null)(`Mastodon against a real snac${why === null ? '' : `, left out: ${why}`}`, () => {
  let snac: Snac
  let proxy: CuttingProxy
  let token = ''

  beforeAll(async () => {
    snac = await startSnac()
    token = await snac.createAccount('alice')
    proxy = await startCuttingProxy(snac.port)
    const access = { secret: token, session: slot, destination: null, signal: AbortSignal.timeout(10_000) }
    const answer = await mastodon.connect({ ...access, settings: { server: `${snac.url}/web/home` } })
    if (answer.kind !== 'valid') throw new Error(JSON.stringify(answer))
    settings = answer.settings
    identity = answer.identity
  })
  afterAll(async () => {
    await proxy?.close()
    await snac?.close()
  })

  const slot = sessionSlot()
  let settings: Record<string, unknown> = {}
  let identity = ''
  const through = () => ({ ...settings, server: `http://127.0.0.1:${proxy.port}` })
  const work = (draft: Partial<Draft> | string, about: Parameters<typeof workOf>[2] = {}) =>
    workOf(mastodon, draftOf(draft), { settings, secret: token, session: slot, ...about })
  const publish = async (sent: ReturnType<typeof work>) => {
    const outcome = await mastodon.publish(sent)
    if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
    return outcome.remote
  }
  type Shown = {
    id: string
    content: string
    visibility: string
    spoiler_text: string
    sensitive: boolean
    in_reply_to_id: string | null
    media_attachments: { url: string; description: string }[]
  }
  const ask = async <T>(path: string): Promise<T> => {
    const answer = await fetch(snac.url + path, { headers: { authorization: `Bearer ${token}`, connection: 'close' } })
    return (await answer.json()) as T
  }
  const read = (id: string) => ask<Shown>(`/api/v1/statuses/${id}`)
  const source = async (id: string) => (await ask<{ text: string }>(`/api/v1/statuses/${id}/source`)).text
  const home = () => ask<Shown[]>('/api/v1/timelines/home?limit=40')
  const countOf = async (words: string) => (await home()).filter(({ content }) => content.includes(words)).length
  const image = (width: number, height: number) =>
    sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } })
      .png()
      .toBuffer()

  test('connects with a token and learns who it is and what the server takes', async () => {
    expect(identity).toBe(`@alice@127.0.0.1:${snac.port}`)
    expect(settings).toMatchObject({ server: snac.url, limits: { characters: 100_000, link: 32, media: 4 } })
    const { count, problems } = await mastodon.check(draftOf('x'.repeat(600)), settings)
    expect([count?.used, count?.max, problems]).toEqual([600, 100_000, []])
    expect((await mastodon.check(draftOf('https://example.com'), settings)).count?.used).toBe(32)
  })

  test('refuses a wrong token before anything is kept, and never tells it', async () => {
    const answer = await mastodon.connect({ ...work(''), secret: 'a-wrong-token' })
    expect(answer).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials', field: 'secret' } })
    expect(JSON.stringify(answer)).not.toContain('a-wrong-token')
  })

  test('a token that was taken back is signed out', async () => {
    const outcome = await mastodon.publish(work('Nobody may', { secret: 'taken-back' }))
    expect(outcome).toMatchObject({ kind: 'signed-out', failure: { code: 'signed-out' } })
    expect(await countOf('Nobody may')).toBe(0)
  })

  test('publishes text with a link, a mention and a tag, and what is told beside it', async () => {
    const text = 'Grüße 👩‍👩‍👧‍👦 an @alice: https://example.com/ä?b=1 #Überschrift'
    const options = { spoiler_text: 'Food', sensitive: true, language: 'de', visibility: 'public' }
    const remote = await publish(work({ text, tags: ['never shown'], options }))
    expect(remote).toMatchObject({ parts: [], url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/alice\/p\//) })
    const shown = await read(remote.id)
    expect(await source(remote.id)).toBe(text)
    expect(shown).toMatchObject({ spoiler_text: 'Food', sensitive: true, visibility: 'public' })
    expect(shown.content).toContain('href="https://example.com/')
    expect(shown.content).toContain('#Überschrift')
    expect(JSON.stringify(shown)).not.toContain('never shown')
  })

  test('sends images as they were fitted, with their descriptions, in order', async () => {
    const exif = { IFD3: { GPSLatitude: '52/1 31/1 0/1' } }
    const photo = await sharp(await image(640, 320))
      .jpeg()
      .withExifMerge(exif)
      .toBuffer()
    const media = [await mediaOf(photo, 'red.jpg', 'A red fiéld'), await mediaOf(await image(64, 64), 'b.png', 'Small')]
    const remote = await publish(work({ text: 'Two images', media }))
    const { media_attachments: shown } = await read(remote.id)
    expect(shown.map(({ description }) => description)).toEqual(['A red fiéld', 'Small'])
    const stored = Buffer.from(await (await fetch(shown[0]?.url ?? '')).arrayBuffer())
    const about = await sharp(stored).metadata()
    expect([about.width, about.height, about.exif]).toEqual([640, 320, undefined])
  })

  test('a moving image goes as it is', async () => {
    const frames = await Promise.all([
      image(8, 8),
      sharp(await image(8, 8))
        .negate()
        .png()
        .toBuffer(),
    ])
    const moving = await sharp(frames, { join: { animated: true } })
      .gif()
      .toBuffer()
    const remote = await publish(work({ media: [await mediaOf(moving, 'a.gif', 'It moves')] }))
    const { media_attachments: shown } = await read(remote.id)
    const stored = Buffer.from(await (await fetch(shown[0]?.url ?? '')).arrayBuffer())
    expect(stored.equals(moving)).toBe(true)
  })

  test('publishes a thread whose parts answer each other, media in the first', async () => {
    const sent = work({
      text: 'First of a thread\n---\nSecond\n---\nThird',
      thread: true,
      media: [await mediaOf(await image(32, 32), 'a.png', 'A')],
    })
    const remote = await publish(sent)
    expect(remote.parts).toHaveLength(3)
    expect(sent.sentParts).toEqual(remote.parts)
    const shown = await Promise.all(remote.parts.map(({ id }) => read(id)))
    expect(shown.map((one) => one.in_reply_to_id)).toEqual([null, remote.parts[0]?.id, remote.parts[1]?.id])
    expect(shown.map((one) => one.media_attachments.length)).toEqual([1, 0, 0])
  })

  test('goes on with a thread after the part that stands, whether or not it was kept', async () => {
    const draft = { text: 'One goes on\n---\nTwo goes on\n---\nThree goes on', thread: true }
    const interrupted = work(draft, { onPart: () => Promise.reject(new Error('the machine stopped')) })
    expect((await mastodon.publish(interrupted)).kind).not.toBe('published')
    expect(await countOf('One goes on')).toBe(1)
    const forgotten = { marker: interrupted.marker, session: sessionSlot() }
    expect(await mastodon.lookup?.(work(draft, forgotten))).toEqual({ kind: 'absent' })
    const again = work(draft, forgotten)
    const remote = await publish(again)
    expect(again.sentParts).toEqual(remote.parts)
    expect(await countOf('One goes on')).toBe(1)
    expect(await countOf('Three goes on')).toBe(1)
    expect(await mastodon.lookup?.(work(draft, forgotten))).toEqual({ kind: 'found', remote })
  })

  test('does not go on with a thread whose first part was taken down', async () => {
    const parts = [{ id: '179535000023eda6adb7aa3f5214fcb14fa2d0f2d2', url: null }]
    const outcome = await mastodon.publish(work({ text: 'Orphan\n---\nOrphan too', thread: true }, { parts }))
    expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'rejected-by-channel' } })
    expect(await countOf('Orphan')).toBe(0)
  })

  test('sends nothing twice when it is told to publish again', async () => {
    const sent = work('Only *once*, said @alice & <b>Bob</b> `there`\n\n> quoted')
    const first = await publish(sent)
    expect(await publish({ ...sent, session: sessionSlot() })).toEqual(first)
    expect((await home()).filter(({ id }) => id === first.id)).toHaveLength(1)
    expect(await countOf('Bob')).toBe(1)
  })

  test('when the answer is cut off it says that nobody knows, and then finds the post exactly once', async () => {
    const text = 'The answer to this is lost'
    const sent = work(text, { settings: through() })
    proxy.cutAnswerTo('POST /api/v1/statuses')
    expect(await mastodon.publish(sent)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
    const found = await mastodon.lookup?.(sent)
    expect(found).toMatchObject({ kind: 'found' })
    expect(await mastodon.publish(sent)).toMatchObject({ kind: 'published' })
    expect(await countOf(text)).toBe(1)
  })

  test.each(['private', 'direct'])(
    'a lost post that is %s is found too, where the server does not list it',
    async (visibility) => {
      const text = `Lost and ${visibility}`
      const sent = work({ text, options: { visibility } }, { settings: through() })
      proxy.cutAnswerTo('POST /api/v1/statuses')
      expect(await mastodon.publish(sent)).toMatchObject({ kind: 'unclear' })
      expect(await mastodon.lookup?.(sent)).toMatchObject({ kind: 'found' })
      expect(await countOf(text)).toBe(1)
    },
  )

  test('two posts with the same words are two, also when the answer to one of them is lost', async () => {
    const text = 'Good morning'
    const [first, second] = [work(text, { settings: through() }), work(text, { settings: through() })]
    const stands = await publish(first)
    proxy.cutAnswerTo('POST /api/v1/statuses')
    expect(await mastodon.publish(second)).toMatchObject({ kind: 'unclear' })
    const found = await mastodon.lookup?.(second)
    expect(found?.kind === 'found' && found.remote.id !== stands.id).toBe(true)
    expect(await countOf(text)).toBe(2)
  })

  test('an image without words whose answer was lost is found by its files', async () => {
    const media = [await mediaOf(await image(20, 20), 'a.png', 'Wordless')]
    const before = (await home()).length
    const sent = work({ media }, { settings: through() })
    proxy.cutAnswerTo('POST /api/v1/statuses')
    expect(await mastodon.publish(sent)).toMatchObject({ kind: 'unclear' })
    expect(await mastodon.publish(sent)).toMatchObject({ kind: 'published' })
    expect((await home()).length).toBe(before + 1)
  })

  test('an answer lost before the post was sent is worth another try', async () => {
    const sent = work('Lost on the way in', { settings: through() })
    proxy.cutAnswerTo('GET /api/v1/accounts')
    expect(await mastodon.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
    expect(await mastodon.publish(sent)).toMatchObject({ kind: 'published' })
    expect(await countOf('Lost on the way in')).toBe(1)
  })

  test('a server that is away is unreachable, and gets the post once when it is back', async () => {
    const sent = work('Sent when you are back')
    await snac.stop()
    expect(await mastodon.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
    expect(await mastodon.lookup?.(sent)).toMatchObject({ kind: 'unknown', failure: { code: 'unreachable' } })
    expect(await mastodon.connect(sent)).toMatchObject({ kind: 'unreachable' })
    const offline = channelNamed('mastodon', { network: { isOnline: () => false } })
    expect(await offline.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'offline' } })
    await snac.restart()
    expect(await mastodon.publish(sent)).toMatchObject({ kind: 'published' })
    expect(await countOf('Sent when you are back')).toBe(1)
  })

  test('a call that was ended before anything was sent is worth another try', async () => {
    const outcome = await mastodon.publish(work('Ended early', { signal: AbortSignal.abort() }))
    expect(outcome.kind).toBe('retry')
    expect(await countOf('Ended early')).toBe(0)
  })

  test('edits a post and a thread, and keeps their media', async () => {
    const media = [await mediaOf(await image(16, 16), 'a.png', 'Stays')]
    const single = work({ text: 'Before the edit', media })
    const remote = await publish(single)
    const standing = { publishedAt: Date.now(), versions: 0 }
    const after = { ...single, standing, draft: draftOf({ text: 'After the edit', media }) }
    expect(await mastodon.edit?.(after, remote)).toMatchObject({ kind: 'done', remote: { id: remote.id } })
    expect(await source(remote.id)).toBe('After the edit')
    expect((await read(remote.id)).media_attachments).toHaveLength(1)
    const thread = work({ text: 'Alpha\n---\nBeta', thread: true })
    const both = await publish(thread)
    const changed = (text: string) => ({ ...thread, standing, draft: draftOf({ text, thread: true }) })
    const change = await mastodon.edit?.(changed('Alpha\n---\nGamma'), both)
    // This server writes the time of an edit into the id, and knows the post by the old one too.
    expect(change).toMatchObject({
      kind: 'done',
      remote: { id: both.id, parts: [both.parts[0], { url: both.parts[1]?.url }] },
    })
    expect(await source(both.parts[1]?.id ?? '')).toBe('Gamma')
    expect(await mastodon.edit?.(changed('Alpha\n---\nBeta\n---\nGamma'), both)).toMatchObject({
      kind: 'refused',
      failure: { code: 'rejected-by-channel', field: 'text' },
    })
  })

  test('says that this server takes nothing down, and leaves the post standing', async () => {
    const sent = work('It stays up')
    const remote = await publish(sent)
    expect(await mastodon.unpublish?.(sent, remote)).toMatchObject({
      kind: 'refused',
      failure: { code: 'channel-unsupported' },
    })
    expect(await countOf('It stays up')).toBe(1)
  })

  test('says what the server left out without a word', async () => {
    const outcome = await mastodon.publish(work({ text: 'Tea?', options: { poll_options: ['Yes', 'No'] } }))
    expect(outcome).toMatchObject({ kind: 'published', reservation: { message: expect.stringContaining('its poll') } })
  })

  test('reads back what the account posted, by Posthorn or not, threads as one and hidden ones with them', async () => {
    const since = Date.now()
    // The server tells times in whole seconds.
    const from = Math.floor(since / 1000) * 1000
    const native = await fetch(`${snac.url}/api/v1/statuses`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', connection: 'close' },
      body: JSON.stringify({ status: 'Made *elsewhere*' }),
    })
    const { id } = (await native.json()) as { id: string }
    const media = [await mediaOf(await image(9, 9), 'a.png', 'Nine')]
    const thread = await publish(work({ text: 'Read\n---\nback', thread: true, media }))
    const hidden = await publish(work({ text: 'For few', options: { visibility: 'private' } }))
    const answer = await mastodon.readBack?.(work(''), from)
    if (answer?.kind !== 'read') throw new Error(JSON.stringify(answer))
    const found = new Map(answer.posts.map((post) => [post.remote.id, post]))
    expect(found.get(id)?.text).toBe('Made elsewhere')
    expect(found.get(thread.id)).toMatchObject({ remote: thread, text: 'Read\n---\nback', pictures: [{ alt: 'Nine' }] })
    expect(found.get(hidden.id)?.text).toBe('For few')
    expect(await mastodon.readBack?.(work(''), Date.now() + 60_000)).toMatchObject({ posts: [] })
  })

  test.each(['502 Bad Gateway', '200 OK'])(
    'a page in place of an answer (%s) leaves it unclear once it was sent',
    async (status) => {
      const sent = work(`Behind a broken door: ${status}`, { settings: through() })
      proxy.answerInstead('GET /api/v1/accounts', status)
      expect(await mastodon.publish(sent)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
      proxy.answerInstead('POST /api/v1/statuses', status)
      expect(await mastodon.publish(sent)).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
      expect(await mastodon.lookup?.(sent)).toEqual({ kind: 'absent' })
      expect(await mastodon.publish(sent)).toMatchObject({ kind: 'published' })
    },
  )
})
