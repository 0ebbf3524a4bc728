import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import type { Draft } from '../../../src-main/channels/channel.ts'
import { channelNamed, draftOf, mediaOf, temporaryFolder, workOf } from '../channel-world.ts'

const folder = channelNamed('folder')
const picture = async () => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
    .jpeg()
    .withExifMerge({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '52/1 31/1 0/1' } })
    .toBuffer()
  return mediaOf(bytes, 'a.jpg', 'A "red" square')
}
const open = (flavour: string) => {
  const path = temporaryFolder()
  const settings = { path, link: 'https://site.example/', flavour }
  return {
    path,
    read: (file: string) => {
      const [matter = '', body = ''] = readFileSync(join(path, file), 'utf8').slice(4).split('\n---\n\n')
      return { matter: parse(matter) as Record<string, unknown>, body }
    },
    work: (draft: Partial<Draft> | string) => workOf(folder, draftOf(draft), { settings }),
  }
}
const published = async (work: ReturnType<typeof workOf>) => {
  const outcome = await folder.publish(work)
  if (outcome.kind !== 'published') throw new Error(JSON.stringify(outcome))
  return outcome.remote
}
const BASE = '2026-11-22-a-title'

test.each([
  {
    flavour: 'hugo',
    file: `content/posts/${BASE}/index.md`,
    media: `content/posts/${BASE}`,
    url: `https://site.example/posts/${BASE}/`,
    matter: { slug: BASE, draft: false, cover: { alt: 'A "red" square', relative: true } },
    shown: /^Words \{\{ x \}\} \{\{&lt; y >\}\}\n\n!\[A "red" square\]\(2026-11-22-a-title-\w{8}\.jpg\)\n$/,
  },
  {
    flavour: 'jekyll',
    file: `_posts/${BASE}.md`,
    media: 'assets/posts',
    url: 'https://site.example/travel/2026/11/22/a-title.html',
    matter: { layout: 'post', slug: 'a-title', image: { alt: 'A "red" square' } },
    shown:
      /^Words &#123;\{ x \}\} &#123;\{< y >\}\}\n\n!\[A "red" square\]\(\{\{ '\/assets\/posts\/2026-11-22-a-title-\w{8}\.jpg' \| relative_url \}\}\)\n$/,
  },
  {
    flavour: 'eleventy',
    file: `content/blog/${BASE}.md`,
    media: 'public/posts',
    url: `https://site.example/blog/${BASE}/`,
    matter: { permalink: `/blog/${BASE}/`, imageAlt: 'A "red" square' },
    shown:
      /^Words &#123;\{ x \}\} &#123;\{< y >\}\}\n\n!\[A "red" square\]\(\/posts\/2026-11-22-a-title-\w{8}\.jpg\)\n$/,
  },
  {
    flavour: 'astro',
    file: `src/content/blog/${BASE}.md`,
    media: 'public/posts',
    url: `https://site.example/blog/${BASE}/`,
    matter: {
      pubDate: '2026-11-22T09:30:00+01:00',
      description: 'About it',
      draft: false,
      image: { alt: 'A "red" square' },
    },
    shown: /^Words \{\{ x \}\} \{\{< y >\}\}\n\n!\[A "red" square\]\(\/posts\/2026-11-22-a-title-\w{8}\.jpg\)\n$/,
  },
])('lays a post where $flavour wants it, as it wants it', async ({ flavour, file, media, url, matter, shown }) => {
  const site = open(flavour)
  const about = { title: 'A title', description: 'About it', categories: ['Travel'], cover: true }
  const work = site.work({
    text: 'Words {{ x }} {{< y >}}',
    tags: ['a'],
    media: [await picture(), await picture()],
    options: about,
  })
  const remote = await published(work)
  expect(remote).toEqual({ id: file, url, parts: [] })
  const { matter: written, body } = site.read(file)
  expect(written).toMatchObject({
    title: 'A title',
    description: 'About it',
    date: '2026-11-22T09:30:00+01:00',
    tags: ['a'],
    categories: ['Travel'],
    ...matter,
  })
  expect(body).toMatch(shown)
  const pictures = readdirSync(join(site.path, media)).filter((name) => name.endsWith('.jpg'))
  expect(pictures).toHaveLength(1)
  const { exif } = await sharp(join(site.path, media, pictures[0] ?? '')).metadata()
  expect(exif).toBeUndefined()
  expect(existsSync(join(site.path, 'rss.xml'))).toBe(false)
  expect(await folder.lookup?.(work)).toEqual({ kind: 'found', remote })
  const read = await folder.readBack?.(work, 0)
  expect(read).toMatchObject({ kind: 'read', posts: [{ remote, text: 'Words {{ x }} {{< y >}}', at: work.at }] })
  expect(read?.kind === 'read' && read.posts[0]?.pictures[0]?.alt).toBe('A "red" square')
  expect(await published(work)).toEqual(remote)
  expect(await folder.edit?.({ ...work, draft: draftOf('Other words') }, remote)).toMatchObject({ kind: 'done' })
  expect(site.read(file).body).toBe('Other words\n')
  expect(readdirSync(join(site.path, media)).filter((name) => name.endsWith('.jpg'))).toEqual([])
  expect(await folder.unpublish?.(work, remote)).toEqual({ kind: 'done', remote })
  expect(existsSync(join(site.path, file))).toBe(false)
  expect(await folder.lookup?.(work)).toEqual({ kind: 'absent' })
})

test.each([
  ['hugo', 'draft', true],
  ['jekyll', 'published', false],
  ['eleventy', 'draft', true],
  ['astro', 'draft', true],
])('a draft is one for %s', async (flavour, key, value) => {
  const site = open(flavour)
  const remote = await published(site.work({ text: 'Not yet', options: { draft: true } }))
  expect(site.read(remote.id).matter[key]).toBe(value)
})

test('emphasis is Markdown in the file and HTML in the feeds, and a draft is in no feed', async () => {
  const site = open('plain')
  const text = 'Heading\n\nA bold word, 2 * 3, and our page https://example.com/a_b_c'
  const at = (words: string) => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length })
  const remote = await published(
    site.work({
      text,
      emphasis: [
        { ...at('bold'), kind: 'bold' },
        { ...at('our page'), kind: 'link', href: 'https://example.com/?a=1' },
      ],
    }),
  )
  expect(site.read(remote.id).body).toContain(
    'A **bold** word, 2 \\* 3, and [our page](https://example.com/?a=1) <https://example.com/a_b_c>',
  )
  await published(site.work({ text: 'Hidden', options: { draft: true } }))
  const feed = JSON.parse(readFileSync(join(site.path, 'feed.json'), 'utf8')) as { items: { content_html: string }[] }
  expect(feed.items.map(({ content_html }) => content_html)).toEqual([
    '<p>Heading</p>\n<p>A <strong>bold</strong> word, 2 * 3, and <a href="https://example.com/?a=1">our page</a> <a href="https://example.com/a_b_c">https://example.com/a_b_c</a></p>',
  ])
})

test('an id that leads out of the folder of posts is nobody’s post', async () => {
  const site = open('hugo')
  const work = site.work('Mine')
  await published(work)
  for (const id of ['../x/index.md', 'content/posts/../../index.md', `${BASE}.md`, 'content/posts/a/b/index.md']) {
    expect(await folder.edit?.(work, { id, url: null, parts: [] })).toMatchObject({ failure: { code: 'not-found' } })
  }
})
