import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import fc from 'fast-check'
import { parseFeed } from 'htmlparser2'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Draft } from '../../src-main/channels/channel.ts'
import { channelNamed, draftOf, mediaOf, temporaryFolder, type TestWork, workOf } from './channel-world.ts'

const folder = channelNamed('folder')

const open = (settings: Record<string, unknown> = {}) => {
  const path = (settings['path'] as string | undefined) ?? temporaryFolder()
  const all = { title: 'My site', link: 'https://site.example/blog', ...settings, path }
  return {
    path,
    work: (draft: Partial<Draft> | string, about: Partial<TestWork> = {}) =>
      workOf(folder, draftOf(draft), { settings: all, ...about }),
    read: (name: string) => readFileSync(join(path, name), 'utf8'),
    files: () => readdirSync(path).toSorted(),
  }
}
const publish = async (work: TestWork) => {
  const outcome = await folder.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
/** The three feeds, read as a reader of feeds does. */
const readFeeds = ({ read }: ReturnType<typeof open>) => {
  const json = JSON.parse(read('feed.json')) as {
    title: string
    items: { id: string; title: string; url: string; content_html: string }[]
  }
  return {
    json,
    rss: parseFeed(read('rss.xml'), { xmlMode: true }),
    atom: parseFeed(read('atom.xml'), { xmlMode: true }),
  }
}
const picture = () =>
  sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
const frontMatter = (content: string) => parse(content.split('\n---\n')[0]?.slice(4) ?? '') as Record<string, unknown>

test('writes a post as Markdown with its front matter', async () => {
  const site = open()
  const work = site.work({ text: '# Hello, world: it’s me\n\nFirst line\nSecond line', tags: ['a', 'yes'] })
  const remote = await publish(work)
  expect(remote).toEqual({
    id: '2026-11-22-hello-world-it-s-me.md',
    url: 'https://site.example/blog/2026-11-22-hello-world-it-s-me.md',
    parts: [],
  })
  const content = site.read(remote.id)
  expect(frontMatter(content)).toEqual({
    id: work.itemId,
    title: 'Hello, world: it’s me',
    date: '2026-11-22T09:30:00+01:00',
    slug: 'hello-world-it-s-me',
    tags: ['a', 'yes'],
    media: [],
  })
  expect(content.split('\n---\n\n')[1]).toBe('First line\nSecond line\n')
})

test('the day in the name is the day in the zone of the post', async () => {
  const site = open()
  const at = Date.UTC(2026, 10, 22, 23, 30)
  expect((await publish(site.work('Late', { at, zone: 'Europe/Berlin' }))).id).toBe('2026-11-23-late.md')
  expect((await publish(site.work('Late', { at, zone: 'America/New_York' }))).id).toBe('2026-11-22-late.md')
})

test('puts media beside the post, with their descriptions', async () => {
  const site = open()
  const bytes = await picture()
  const media = [await mediaOf(bytes, 'my pic.png', 'A [red]\nsquare')]
  const remote = await publish(site.work({ text: 'Look', media }))
  const file = `2026-11-22-look-${media[0]?.hash.slice(0, 8)}.png`
  expect(readFileSync(join(site.path, file)).equals(bytes)).toBe(true)
  expect(site.read(remote.id)).toContain(`Look\n\n![A \\[red\\] square](${file})\n`)
  const { json } = readFeeds(site)
  expect(json.items[0]?.content_html).toContain(`<img src="https://site.example/blog/${file}" alt="A [red]\nsquare">`)
})

test('keeps three feeds that readers can read', async () => {
  const site = open()
  await publish(site.work('First <b>post</b> & more\nhttps://example.com/?a=1&b=2.', { at: Date.UTC(2026, 10, 20) }))
  await publish(site.work({ text: '# Second', tags: ['news', 'R&D', '<x>'] }, { at: Date.UTC(2026, 10, 21) }))
  const { json, rss, atom } = readFeeds(site)
  expect(json.items.map(({ title }) => title)).toEqual(['Second', 'First <b>post</b> & more'])
  expect(rss?.items.map(({ title }) => title)).toEqual(['Second', 'First <b>post</b> & more'])
  expect(rss?.items[0]?.link).toBe('https://site.example/blog/2026-11-21-second.md')
  expect(atom?.items).toHaveLength(2)
  expect(atom?.title).toBe('My site')
  expect(json.items[1]?.content_html).toBe(
    '<p>First &lt;b&gt;post&lt;/b&gt; &amp; more<br><a href="https://example.com/?a=1&amp;b=2">https://example.com/?a=1&amp;b=2</a>.</p>',
  )
})

test('feeds hold the newest fifty, the folder holds all', async () => {
  const site = open()
  for (let day = 0; day < 53; day += 1) await publish(site.work(`Post ${day}`, { at: Date.UTC(2026, 0, 1 + day) }))
  const { json, rss } = readFeeds(site)
  expect(json.items.map(({ title }) => title)).toEqual(Array.from({ length: 50 }, (_, index) => `Post ${52 - index}`))
  expect(rss?.items).toHaveLength(50)
  expect(site.files().filter((name) => name.endsWith('.md'))).toHaveLength(53)
}, 30_000)

test('whatever is written, the feeds stay whole and the post can be read back', async () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary', minLength: 1, maxLength: 60 }),
    fc.constantFrom(
      ']]> ]]> <script>',
      '---',
      '---\nid: itm_evil\n---',
      '# ]]>]]>',
      '\u0000\u0008\uFFFE',
      '💥'.repeat(200),
    ),
    fc.constantFrom(
      'CON',
      'NUL.md',
      '../../etc/passwd',
      'a/b\\c:d*e?"f',
      '..',
      '&amp; &lt;',
      '%00',
      '${HOME}',
      '{{ x }}',
    ),
  )
  await fc.assert(
    fc.asyncProperty(hostile, fc.array(hostile, { maxLength: 2 }), async (text, tags) => {
      const site = open({ title: text })
      const work = site.work({ text, tags: tags.map((tag) => tag.slice(0, 64)) })
      if ((await folder.check(work.draft, work.settings)).problems.length > 0) return
      const remote = await publish(work)
      expect(remote.id).toMatch(/^2026-11-22-[^/\\:*?"<>|]+\.md$/)
      expect(Buffer.byteLength(remote.id)).toBeLessThan(255)
      expect(site.files()).toEqual([remote.id, 'atom.xml', 'feed.json', 'rss.xml'].toSorted())
      expect(await folder.lookup?.(work)).toEqual({ kind: 'found', remote })
      for (const name of ['rss.xml', 'atom.xml']) assertWellFormed(site.read(name))
      const { json, rss, atom } = readFeeds(site)
      expect([json.items.length, rss?.items.length, atom?.items.length]).toEqual([1, 1, 1])
      rmSync(site.path, { recursive: true })
    }),
    { numRuns: 40 },
  )
}, 60_000)

test.each([
  ['# ', 'Untitled', 'untitled'],
  ['Ünïcödé Straße', 'Ünïcödé Straße', 'unicode-strasse'],
  ['日本語の題', '日本語の題', '日本語の題'],
  ['नमस्ते दुनिया', 'नमस्ते दुनिया', 'नमस्ते-दुनिया'],
  ['🎉🎉', '🎉🎉', 'post'],
  ['#hashtag is no heading', '#hashtag is no heading', 'hashtag-is-no-heading'],
])('names %j by its title', async (text, title, slug) => {
  const site = open()
  const remote = await publish(site.work(text === '# ' ? { media: [await mediaOf(await picture())] } : text))
  expect(frontMatter(site.read(remote.id))).toMatchObject({ title, slug })
  expect(remote.id).toBe(`2026-11-22-${slug}.md`)
})

test('a long first line gives a title that ends at a word', async () => {
  const site = open()
  const text = 'word '.repeat(60).trim()
  const content = site.read((await publish(site.work(text))).id)
  expect(frontMatter(content)['title']).toBe(`${'word '.repeat(15)}word…`)
  expect(content).toContain(`\n${text}\n`)
})

test('two posts of one title on one day have each their file', async () => {
  const site = open()
  const [first, second] = [site.work('Same'), site.work('Same')]
  const remotes = [await publish(first), await publish(second)]
  expect(remotes[0]?.id).toBe('2026-11-22-same.md')
  expect(remotes[1]?.id).toBe(`2026-11-22-same-${second.itemId.slice(-8)}.md`)
  expect(await folder.lookup?.(second)).toEqual({ kind: 'found', remote: remotes[1] })
  expect(readFeeds(site).json.items).toHaveLength(2)
})

test('never overwrites a file of somebody else', async () => {
  const site = open()
  writeFileSync(join(site.path, '2026-11-22-notes.md'), 'Mine')
  const remote = await publish(site.work('Notes'))
  expect(remote.id).not.toBe('2026-11-22-notes.md')
  expect(site.read('2026-11-22-notes.md')).toBe('Mine')
})

test('leaves a feed alone that somebody else made', async () => {
  const site = open()
  writeFileSync(join(site.path, 'rss.xml'), '<rss>mine</rss>')
  const outcome = await folder.publish(site.work('Hello'))
  expect(outcome).toMatchObject({ kind: 'rejected', failure: { code: 'folder-not-writable' } })
  expect(site.files()).toEqual(['rss.xml'])
  expect(await folder.connect(site.work(''))).toMatchObject({ kind: 'refused' })
})

test('a repeat writes nothing a second time', async () => {
  const site = open()
  const work = site.work({ text: 'Once', media: [await mediaOf(await picture())] })
  const remote = await publish(work)
  const files = site.files()
  expect(await publish(work)).toEqual(remote)
  expect(site.files()).toEqual(files)
  expect(readFeeds(site).json.items).toHaveLength(1)
})

test('is asked whether a post is there, and answers exactly', async () => {
  const site = open()
  const work = site.work('There?')
  expect(await folder.lookup?.(work)).toEqual({ kind: 'absent' })
  const remote = await publish(work)
  expect(await folder.lookup?.(work)).toEqual({ kind: 'found', remote })
  expect(await folder.lookup?.(site.work('There?'))).toEqual({ kind: 'absent' })
})

test('changes a post where it stands: words and media, not its address or date', async () => {
  const site = open()
  const work = site.work({ text: 'Before', tags: ['t'], media: [await mediaOf(await picture(), 'a.png', 'A')] })
  const remote = await publish(work)
  const changed = { ...work, draft: draftOf({ text: '# After\n\nNew words' }), at: Date.UTC(2027, 0, 1) }
  expect(await folder.edit?.(changed, remote)).toEqual({ kind: 'done', remote })
  expect(frontMatter(site.read(remote.id))).toMatchObject({
    id: work.itemId,
    title: 'After',
    date: '2026-11-22T09:30:00+01:00',
    slug: 'before',
    updated: expect.stringMatching(/T.*\+/),
  })
  expect(site.files()).toEqual([remote.id, 'atom.xml', 'feed.json', 'rss.xml'].toSorted())
  expect(readFeeds(site).json.items.map(({ title }) => title)).toEqual(['After'])
})

test('does not change a file that is gone or is another post', async () => {
  const site = open()
  const work = site.work('Mine')
  const remote = await publish(work)
  expect(await folder.edit?.(site.work('Other'), remote)).toMatchObject({
    kind: 'refused',
    failure: { code: 'not-found' },
  })
  rmSync(join(site.path, remote.id))
  expect(await folder.edit?.(work, remote)).toMatchObject({ kind: 'refused', failure: { code: 'not-found' } })
})

test('takes a post down with its media and out of the feeds, and leaves the rest', async () => {
  const site = open()
  const kept = await publish(site.work('Kept'))
  const work = site.work({ text: 'Gone', media: [await mediaOf(await picture(), 'a.png', 'A')] })
  const remote = await publish(work)
  writeFileSync(join(site.path, 'own.txt'), 'Mine')
  expect(await folder.unpublish?.(work, remote)).toEqual({ kind: 'done', remote })
  expect(site.files()).toEqual([kept.id, 'atom.xml', 'feed.json', 'own.txt', 'rss.xml'].toSorted())
  expect(readFeeds(site).json.items.map(({ title }) => title)).toEqual(['Kept'])
  expect(await folder.unpublish?.(work, remote)).toEqual({ kind: 'done', remote })
  assertWellFormed(site.read('rss.xml'))
})

test('removes only what bears the name of the post, whatever was written into its file', async () => {
  const site = open()
  const outside = join(temporaryFolder(), 'precious.png')
  writeFileSync(outside, 'Mine')
  writeFileSync(join(site.path, 'precious.png'), 'Mine')
  const work = site.work('Tampered')
  const remote = await publish(work)
  const media = `media:\n  - { file: "precious.png", alt: "" }\n  - { file: "../${basename(join(outside, '..'))}/precious.png", alt: "" }`
  writeFileSync(join(site.path, remote.id), site.read(remote.id).replace('media: []', media))
  expect(await folder.unpublish?.(work, remote)).toMatchObject({ kind: 'done' })
  expect(existsSync(outside)).toBe(true)
  expect(site.files()).toContain('precious.png')
})

test('what a person changed in a file by hand is what the feeds say next', async () => {
  const site = open()
  const remote = await publish(site.work('# Typo\n\nBody'))
  writeFileSync(
    join(site.path, remote.id),
    site.read(remote.id).replace('"Typo"', 'Corrected').replaceAll('\n', '\r\n'),
  )
  await publish(site.work('# Next', { at: Date.UTC(2026, 10, 23) }))
  expect(readFeeds(site).json.items.map(({ title }) => title)).toEqual(['Next', 'Corrected'])
})

test('Markdown of others in the folder is in no feed', async () => {
  const site = open()
  writeFileSync(join(site.path, '2026-11-23-other.md'), '---\ntitle: Other\ndate: 2026-11-23\n---\nText')
  writeFileSync(join(site.path, '2026-11-24-broken.md'), '---\n: [\n---\n')
  await publish(site.work('Own'))
  expect(readFeeds(site).json.items.map(({ title }) => title)).toEqual(['Own'])
})

test('without a web address links point to the files', async () => {
  const path = temporaryFolder()
  const work = workOf(folder, draftOf('Local'), { settings: { path } })
  const remote = await publish(work)
  expect(remote.url).toBe(pathToFileURL(join(path, remote.id)).href)
  expect((JSON.parse(readFileSync(join(path, 'feed.json'), 'utf8')) as { title: string }).title).toBe(basename(path))
})

test('connects to a folder by making it and writing to it, and leaves nothing behind', async () => {
  const path = join(temporaryFolder(), 'deep', 'site')
  const settings = folder.settings.parse({ path: `${path}/` })
  expect(await folder.connect(workOf(folder, draftOf(''), { settings }))).toEqual({
    kind: 'valid',
    identity: path,
    settings: { path },
  })
  expect(readdirSync(path)).toEqual([])
})

test('refuses a path that does not begin at the top', () => {
  for (const path of ['site', './site', '~/site', '', 'a\0b', '/a\0b']) {
    expect(folder.settings.safeParse({ path }).success).toBe(false)
  }
})

test('refuses a file where a folder should be', async () => {
  const path = join(temporaryFolder(), 'file')
  writeFileSync(path, 'Mine')
  for (const taken of [path, join(path, 'below')]) {
    const answer = await folder.connect(workOf(folder, draftOf(''), { settings: { path: taken } }))
    expect(answer).toMatchObject({ kind: 'refused', failure: { code: 'folder-not-writable', field: 'settings.path' } })
  }
})

// The administrator may write everywhere, so there is nothing to refuse.
test.skipIf(process.getuid?.() === 0 || process.platform === 'win32')(
  'refuses a folder that cannot be written',
  async () => {
    const site = open()
    chmodSync(site.path, 0o555)
    expect(await folder.connect(site.work(''))).toMatchObject({
      kind: 'refused',
      failure: { code: 'folder-not-writable' },
    })
    expect(await folder.publish(site.work('x'))).toMatchObject({
      kind: 'rejected',
      failure: { code: 'folder-not-writable' },
    })
  },
)

// Folders of the system that not even the administrator can write to.
test.runIf(process.platform === 'linux').each(['/sys', '/proc'])('refuses to write to %s', async (path) => {
  const answer = await folder.connect(workOf(folder, draftOf(''), { settings: { path: `${path}/posthorn` } }))
  expect(answer).toMatchObject({ kind: 'refused', failure: { code: 'folder-not-writable' } })
  const outcome = await folder.publish(workOf(folder, draftOf('x'), { settings: { path } }))
  expect(['rejected', 'retry']).toContain(outcome.kind)
})

test('a folder that is away is waited for, and is not made anew in its place', async () => {
  const site = open({ path: join(temporaryFolder(), 'stick') })
  const work = site.work('Hello')
  expect(await folder.publish(work)).toMatchObject({ kind: 'retry', failure: { code: 'unreachable' } })
  expect(await folder.lookup?.(work)).toMatchObject({ kind: 'unknown', failure: { code: 'unreachable' } })
  expect(existsSync(site.path)).toBe(false)
  mkdirSync(site.path)
  await publish(work)
})

test('a full disk is waited for', async () => {
  const site = open()
  // A device that takes nothing more stands in for the disk.
  if (!existsSync('/dev/full')) return
  const { outcomeOfDisk } = await import('../../src-main/channels/folder/failures.ts')
  const { writeFile } = await import('node:fs/promises')
  const error: unknown = await writeFile('/dev/full', 'x').catch((thrown: unknown) => thrown)
  expect(outcomeOfDisk(error, site.path)).toMatchObject({ kind: 'retry', failure: { code: 'disk-full' } })
})

test('a stored file that is missing is said to be missing', async () => {
  const site = open()
  const media = await mediaOf(await picture())
  rmSync(media.path)
  expect(await folder.publish(site.work({ text: 'x', media: [media] }))).toMatchObject({
    kind: 'rejected',
    failure: { code: 'media-missing' },
  })
  expect(site.files()).toEqual([])
})

test('a post without words and media is empty, and media want a description', async () => {
  const { settings, draft } = open().work('  ')
  expect((await folder.check(draft, settings)).problems).toMatchObject([{ severity: 'error', code: 'empty-post' }])
  const media = [await mediaOf(await picture())]
  expect((await folder.check(draftOf({ media }), settings)).problems).toMatchObject([
    { severity: 'warning', code: 'alt-missing' },
  ])
})

test('describes its settings for a form', () => {
  expect(folder.descriptor.settings).toMatchObject({
    type: 'object',
    required: ['path'],
    properties: { path: { type: 'string', format: 'directory', title: 'Folder' }, link: { format: 'uri' } },
  })
})

/** Fails on what is no well-formed XML, as a strict reader does. */
const assertWellFormed = (xml: string): void => {
  expect(xml).not.toMatch(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u)
  const open: string[] = []
  const markup = xml.replace(/<!\[CDATA\[[\s\S]*?\]\]>/g, '')
  expect(markup).not.toContain(']]>')
  expect(markup.replace(/&(amp|lt|gt|quot|apos|#\d+);/g, '')).not.toContain('&')
  for (const [, close, name = '', rest = ''] of markup.matchAll(
    /<(\/)?([A-Za-z:]+)((?:\s+[\w:]+="[^"<]*")*\s*\/?)>/g,
  )) {
    if (close) expect(open.pop()).toBe(name)
    else if (!rest.endsWith('/')) open.push(name)
  }
  expect(open).toEqual([])
  expect(
    markup.replace(/<\?xml [^?]*\?>/, '').replace(/<\/?[A-Za-z:]+(?:\s+[\w:]+="[^"<]*")*\s*\/?>/g, ''),
  ).not.toMatch(/[<>]/)
}
