import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import sharp from 'sharp'
import type { Draft } from '../../src-main/channels/channel.ts'
import { readRichText } from '../../src-main/core/rich-text.ts'
import { type FaultProxy, startFaultProxy } from '../servers/fault-proxy.ts'
import { startWordPress, whyNoWordPress, type WordPress, type WordPressUser } from '../servers/wordpress.ts'
import { channelNamed, draftOf, mediaOf, sessionSlot, uploadNotes, workOf } from './channel-world.ts'

const why = whyNoWordPress()
const wordpress = channelNamed('wordpress')

describe.skipIf(why !== null)(`WordPress, a real one${why === null ? '' : `, left out: ${why}`}`, () => {
  let site: WordPress
  let proxy: FaultProxy
  let settings: Record<string, unknown> = {}

  beforeAll(async () => {
    site = await startWordPress()
    proxy = await startFaultProxy(site.url)
    const answer = await connect('admin')
    if (answer.kind !== 'valid') throw new Error(JSON.stringify(answer))
    settings = answer.settings
  })
  afterAll(async () => {
    await proxy?.close()
    await site?.close()
  })

  const connect = (username: WordPressUser, secret = site.passwords[username], address = site.url) =>
    wordpress.connect({
      settings: { site: address, username },
      secret,
      session: sessionSlot(),
      destination: null,
      signal: AbortSignal.timeout(10_000),
    })
  const work = (draft: Partial<Draft> | string, about: Parameters<typeof workOf>[2] = {}) =>
    workOf(wordpress, draftOf(draft), { settings, secret: site.passwords.admin, ...about })
  const through = () => ({ ...settings, root: `${proxy.url}/wp-json/` })
  const publish = async (sent: ReturnType<typeof work>) => {
    const outcome = await wordpress.publish(sent)
    if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
    return outcome.remote
  }
  const authorization = () => `Basic ${Buffer.from(`admin:${site.passwords.admin}`).toString('base64')}`
  const ask = async <T>(path: string, init: RequestInit = {}): Promise<T> => {
    const answer = await fetch(`${site.url}/wp-json/wp/v2/${path}`, {
      ...init,
      headers: { authorization: authorization(), 'content-type': 'application/json' },
    })
    return (await answer.json()) as T
  }
  type Shown = {
    id: number
    slug: string
    status: string
    date_gmt: string
    title: { raw: string }
    content: { raw: string; rendered: string }
    excerpt: { raw: string }
    featured_media: number
    categories: number[]
    tags: number[]
    sticky: boolean
    comment_status: string
  }
  const read = (id: string) => ask<Shown>(`posts/${id}?context=edit`)
  const STATES = 'publish,future,draft,pending,private'
  const titled = async (title: string) =>
    (await ask<Shown[]>(`posts?context=edit&per_page=100&status=${STATES}`)).filter((one) => one.title.raw === title)
  const files = async () => (await ask<{ id: number }[]>('media?per_page=100')).length
  const image = async (name: string, alt: string, background = 'red') =>
    mediaOf(
      await sharp({ create: { width: 40, height: 20, channels: 3, background } })
        .png()
        .toBuffer(),
      name,
      alt,
    )
  const readBack = async () => {
    const answer = await wordpress.readBack?.(work(''), Date.now() - 3_600_000)
    if (answer?.kind !== 'read') throw new Error(JSON.stringify(answer))
    return answer.posts
  }

  test('connects by the address of any of its pages, and learns who the user is and what they may do', async () => {
    const answer = await connect('author', site.passwords.author, `${site.url}/hello-world/`)
    expect(answer).toMatchObject({
      kind: 'valid',
      identity: 'author on Test Site',
      settings: { root: `${site.url}/wp-json/`, userId: 2 },
      picture: expect.stringMatching(/gravatar\.com\/avatar\/.*d=404/),
    })
    const granted = (of: typeof answer) => (of.kind === 'valid' ? of.permissions?.filter((one) => one.granted) : [])
    expect(granted(answer)).toHaveLength(5)
    expect(granted(await connect('contributor'))?.map(({ name }) => name)).toEqual(['edit_posts'])
  })

  test('refuses a wrong password before anything is kept, and never tells it', async () => {
    const answer = await connect('admin', 'abcd efgh ijkl mnop qrst uvwx')
    expect(answer).toMatchObject({ kind: 'refused', failure: { code: 'wrong-credentials', field: 'secret' } })
    expect(JSON.stringify(answer)).not.toMatch(/abcd ?efgh/)
  })

  test('an address without WordPress is refused in words', async () => {
    const answer = await connect('admin', site.passwords.admin, `${site.url}/uploads/nothing.txt`)
    expect(answer).toMatchObject({ kind: 'refused', failure: { code: 'channel-error', field: 'settings.site' } })
    const port = await wordpress.connect({ ...work(''), settings: { site: 'http://127.0.0.1:9', username: 'x' } })
    expect(port).toMatchObject({ kind: 'unreachable' })
  })

  test('finds the API of a site without pretty addresses, and publishes there', async () => {
    const remote = await publish(
      work('By query\n\nBelow', { settings: { ...settings, root: `${site.url}/?rest_route=/` } }),
    )
    expect((await read(remote.id)).title.raw).toBe('By query')
    const guessed = { ...settings }
    delete guessed['root']
    expect((await wordpress.readBack?.(work('', { settings: guessed }), Date.now() - 60_000))?.kind).toBe('read')
  })

  test('publishes an article with two images, categories, tags and what else it is told', async () => {
    await ask('categories', { method: 'POST', body: JSON.stringify({ name: 'Food & Drink' }) })
    const source =
      'Grüße aus der Küche\n\nWe **love** *soup* and ~~not~~ `rice`.\nSee https://example.com/?a=1&b=2 & [more](https://example.com/more).\n\nEnd 👩‍👩‍👧‍👦 <b>not bold</b>'
    const rich = readRichText(source, new Set(wordpress.descriptor.emphasis))
    const progress: [number, number][] = []
    const sent = work(
      {
        ...rich,
        tags: ['soup'],
        media: [await image('one.png', 'A "red" field'), await image('two.png', 'Grün & gut', 'green')],
        options: {
          categories: ['food & drink', 1],
          tags: ['R&D', 'Soup'],
          excerpt: 'In short',
          sticky: true,
          comments: false,
        },
      },
      { onProgress: (done, total) => void progress.push([done, total]) },
    )
    const remote = await publish(sent)
    const shown = await read(remote.id)
    expect(shown).toMatchObject({
      status: 'publish',
      sticky: true,
      comment_status: 'closed',
      excerpt: { raw: 'In short' },
    })
    expect(shown.title.raw).toBe('Grüße aus der Küche')
    expect(shown.slug).toMatch(/^grusse-aus-der-kuche-p[a-z0-9]{6}$/)
    expect(remote.url).toBe(`${site.url}/${shown.slug}/`)
    expect(shown.content.raw).toContain(
      '<!-- wp:paragraph -->\n<p>We <strong>love</strong> <em>soup</em> and <s>not</s> <code>rice</code>.<br>See <a href="https://example.com/?a=1&amp;b=2">https://example.com/?a=1&amp;b=2</a> &amp; <a href="https://example.com/more">more</a>.</p>\n<!-- /wp:paragraph -->',
    )
    expect(shown.content.raw).toContain('End 👩‍👩‍👧‍👦 &lt;b&gt;not bold&lt;/b&gt;')
    expect(shown.content.raw.match(/alt="[^"]*"/g)).toEqual(['alt="A &quot;red&quot; field"', 'alt="Grün &amp; gut"'])
    const names = async (of: 'tags' | 'categories') =>
      (await ask<{ name: string }[]>(`${of}?include=${shown[of].join(',')}`)).map(({ name }) => name).toSorted()
    expect(await names('categories')).toEqual(['Food &amp; Drink', 'Uncategorized'])
    expect(await names('tags')).toEqual(['R&amp;D', 'Soup'])
    const featured = await ask<{ alt_text: string; source_url: string }>(`media/${shown.featured_media}`)
    expect(featured.alt_text).toBe('A "red" field')
    const stored = await sharp(Buffer.from(await (await fetch(featured.source_url)).arrayBuffer())).metadata()
    expect([stored.width, stored.height]).toEqual([40, 20])
    const [least, most] = [progress[0]?.[0] ?? -1, progress.at(-1)]
    expect(least).toBeGreaterThanOrEqual(0)
    expect(most?.[0]).toBe(most?.[1])

    const found = (await readBack()).find((one) => one.remote.id === remote.id)
    expect(found?.text).toBe(rich.text)
    expect(found?.remote).toEqual(remote)
    expect(found?.pictures.map(({ alt }) => alt)).toEqual(['A "red" field', 'Grün & gut'])
    expect(Math.abs((found?.at ?? 0) - Date.now())).toBeLessThan(60_000)
  })

  test('a category that the site does not have is refused with those it has, and nothing is sent', async () => {
    const before = await files()
    const media = [await image('x.png', '')]
    const outcome = await wordpress.publish(
      work({ text: 'No such\n\nx', media, options: { categories: ['Nonsense'] } }),
    )
    expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'invalid-input', field: 'options' } })
    expect(JSON.stringify(outcome)).toContain('Uncategorized')
    expect([await titled('No such'), await files()]).toEqual([[], before])
    const numbered = await wordpress.publish(work({ text: 'No such', options: { tags: [99_999] } }))
    expect(numbered).toMatchObject({ kind: 'rejected', failure: { code: 'invalid-input' } })
  })

  test('keeps drafts and private posts as such, with the featured image out of the text', async () => {
    const options = { status: 'draft', featured_image: 'only', slug: 'my-own-name', title: 'Told' }
    const remote = await publish(work({ text: 'Only text', media: [await image('f.png', 'F')], options }))
    const shown = await read(remote.id)
    expect(shown).toMatchObject({ status: 'draft', slug: 'my-own-name', title: { raw: 'Told' } })
    expect(shown.content.raw).toBe('<!-- wp:paragraph -->\n<p>Only text</p>\n<!-- /wp:paragraph -->')
    expect(shown.featured_media).toBeGreaterThan(0)
    expect((await readBack()).some((one) => one.remote.id === remote.id)).toBe(true)
    const hidden = await publish(work({ text: 'For me alone', options: { status: 'private', featured_image: 'none' } }))
    expect((await read(hidden.id)).status).toBe('private')
  })

  test('a name in the address that another post has is refused', async () => {
    await publish(work({ text: 'First of the name', options: { slug: 'taken' } }))
    const outcome = await wordpress.publish(work({ text: 'Second of the name', options: { slug: 'taken' } }))
    expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'rejected-by-channel', field: 'options' } })
    expect(await titled('Second of the name')).toEqual([])
  })

  test('edits title and text; the files stay; then throws it away, twice', async () => {
    const sent = work({ text: 'Before\n\nOld words', media: [await image('keep.png', 'Kept')] })
    const remote = await publish(sent)
    const changed = { ...sent, draft: draftOf({ ...sent.draft, text: 'After\n\nNew words', media: [] }) }
    expect(await wordpress.edit?.(changed, remote)).toEqual({ kind: 'done', remote })
    const shown = await read(remote.id)
    expect(shown.title.raw).toBe('After')
    expect(shown.content.raw).toMatch(/New words[\s\S]*<img [^>]*alt="Kept"/)
    expect(shown.content.raw).not.toContain('Old words')
    expect(await wordpress.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
    expect((await read(remote.id)).status).toBe('trash')
    expect(await wordpress.unpublish?.(sent, remote)).toEqual({ kind: 'done', remote })
    expect(await wordpress.edit?.(changed, remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
    expect((await readBack()).some((one) => one.remote.id === remote.id)).toBe(false)
    expect(await wordpress.unpublish?.(sent, { ...remote, id: '987654' })).toMatchObject({ kind: 'done' })
  })

  test('what is sent again is not made again', async () => {
    const sent = work('Only once\n\nWords')
    const first = await publish(sent)
    expect(await publish(sent)).toEqual(first)
    expect(await titled('Only once')).toHaveLength(1)
  })

  test.each([{}, { slug: 'lost-and-named' }, { status: 'draft' }])(
    'when the answer is lost it says so, and then finds the post exactly once: %j',
    async (options) => {
      const text = `Lost ${JSON.stringify(options)}`
      const sent = work({ text, options }, { settings: through() })
      expect(await wordpress.lookup?.(sent)).toEqual({ kind: 'absent' })
      proxy.arm('reset after the server', 'posts?context')
      const outcome = await wordpress.publish(sent)
      expect(outcome).toMatchObject({ kind: 'unclear', failure: { code: 'answer-lost' } })
      const found = await wordpress.lookup?.(sent)
      expect(found).toMatchObject({ kind: 'found' })
      expect(await wordpress.publish(sent)).toEqual({
        kind: 'published',
        remote: found?.kind === 'found' && found.remote,
      })
      expect(await titled(text)).toHaveLength(1)
    },
  )

  test('killed between the uploads and the post, it goes on without uploading twice', async () => {
    const before = await files()
    const media = [await image('a.png', 'A'), await image('b.png', 'B', 'blue')]
    const kept = new Map<string, string>()
    const notes = uploadNotes(kept)
    let written = 0
    const dying = {
      read: notes.read,
      write: (name: string, value: string) => {
        written += 1
        // The fourth would say that the second file is there.
        return written === 4 ? Promise.reject(new Error('the machine stopped')) : notes.write(name, value)
      },
    }
    const sent = work({ text: 'Killed in between', media })
    expect((await wordpress.publish({ ...sent, notes: dying })).kind).not.toBe('published')
    expect([await files(), await titled('Killed in between')]).toEqual([before + 2, []])
    const remote = await publish({ ...sent, notes })
    expect(await files()).toBe(before + 2)
    expect((await read(remote.id)).content.raw.match(/<img /g)).toHaveLength(2)
  })

  test('hands a post over for later, follows it, and sees it published', async () => {
    const { handOver } = wordpress
    if (!handOver) throw new Error('it has no schedule')
    const at = Math.floor(Date.now() / 1000) * 1000 + 7_200_000
    const sent = work('Later today\n\nWords', { at })
    const given = await handOver.give(sent)
    if (given.kind !== 'published') throw new Error(JSON.stringify(given))
    const held = given.remote
    expect(await read(held.id)).toMatchObject({ status: 'future', date_gmt: new Date(at).toISOString().slice(0, 19) })
    expect(await handOver.follow(sent, held)).toEqual({ kind: 'held' })
    expect(await handOver.give(sent)).toEqual(given)
    // Two hours later, as far as the site can tell.
    const date_gmt = new Date(Date.now() - 60_000).toISOString().slice(0, 19)
    await ask(`posts/${held.id}`, { method: 'POST', body: JSON.stringify({ date_gmt }) })
    await site.runDue()
    const followed = await handOver.follow(sent, held)
    expect(followed).toMatchObject({ kind: 'published', remote: { id: held.id } })
    expect(await handOver.takeBack(sent, held)).toMatchObject({
      kind: 'refused',
      failure: { code: 'illegal-transition' },
    })
    expect(await titled('Later today')).toHaveLength(1)
  })

  test('what was given and never answered for is found, while it waits and once it stands', async () => {
    const { handOver } = wordpress
    const sent = work('Given into the dark\n\nWords', { settings: through(), at: Date.now() + 7_200_000 })
    expect(await handOver?.find?.(sent)).toEqual({ kind: 'absent' })
    proxy.arm('reset after the server', 'posts?context')
    expect(await handOver?.give(sent)).toMatchObject({ kind: 'unclear' })
    const found = await handOver?.find?.(sent)
    if (found?.kind !== 'found') throw new Error(JSON.stringify(found))
    expect(await handOver?.follow(sent, found.remote)).toEqual({ kind: 'held' })
    expect(await handOver?.give(sent)).toMatchObject({ kind: 'published', remote: { id: found.remote.id } })
    await ask(`posts/${found.remote.id}`, { method: 'POST', body: JSON.stringify({ status: 'publish' }) })
    expect(await handOver?.find?.(sent)).toMatchObject({ kind: 'found', remote: { id: found.remote.id } })
    expect(await titled('Given into the dark')).toHaveLength(1)
  })

  test('takes a post back from the schedule; then it can be published after all', async () => {
    const { handOver } = wordpress
    const sent = work('Not later\n\nWords', { at: Date.now() + 7_200_000 })
    const given = await handOver?.give(sent)
    if (given?.kind !== 'published') throw new Error(JSON.stringify(given))
    expect(await handOver?.takeBack(sent, given.remote)).toEqual({ kind: 'done', remote: given.remote })
    expect(await handOver?.follow(sent, given.remote)).toEqual({ kind: 'gone' })
    expect(await titled('Not later')).toEqual([])
    expect((await publish(sent)).id).not.toBe(given.remote.id)
  })

  test('keeps a file at a public address, and takes it away again', async () => {
    const { host } = wordpress
    const { path, mime, size } = await image('public.png', '')
    let sent = 0
    const hosted = await host?.keep(work(''), { path, mime, size, name: 'public.png' }, (bytes) => void (sent = bytes))
    if (hosted?.kind !== 'hosted') throw new Error(JSON.stringify(hosted))
    const stored = async () => {
      const answer = await fetch(hosted.url)
      return [answer.status, (await answer.arrayBuffer()).byteLength]
    }
    expect(await stored()).toEqual([200, size])
    expect(sent).toBeGreaterThanOrEqual(size)
    expect(await host?.drop(work(''), hosted.id)).toEqual({ kind: 'gone' })
    expect(await stored()).toEqual([404, 0])
    expect(await host?.drop(work(''), hosted.id)).toEqual({ kind: 'gone' })
    const gone = await host?.keep(work(''), { path: `${path}.gone`, mime, size, name: 'public.png' }, () => {})
    expect(gone).toMatchObject({ kind: 'failed', failure: { code: 'media-missing' } })
  })

  test('a contributor may not publish, and is told what would help', async () => {
    const as = { settings: { ...settings, username: 'contributor' }, secret: site.passwords.contributor }
    const outcome = await wordpress.publish(work('By a contributor', as))
    expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'rejected-by-channel', field: 'options' } })
    expect(await titled('By a contributor')).toEqual([])
    const pending = await publish(work({ text: 'To be looked at', options: { status: 'pending' } }, as))
    expect((await read(pending.id)).status).toBe('pending')
  })

  test('a password that was taken back is signed out', async () => {
    const outcome = await wordpress.publish(work('Nobody may', { secret: 'taken back' }))
    expect(outcome).toMatchObject({ kind: 'signed-out' })
    expect(await titled('Nobody may')).toEqual([])
  })

  test.each([9, 13])('a file of %i MB is too large for this site, and that is what is told', async (megabytes) => {
    const video = await mediaOf(
      Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42\0\0\0\0mp42isom', 'latin1'), Buffer.alloc(megabytes * 1_000_000)]),
      'long.mp4',
    )
    const outcome = await wordpress.publish(work({ text: 'Too large', media: [video] }))
    expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'media-too-large', field: 'media' } })
    expect(await titled('Too large')).toEqual([])
  })
})
