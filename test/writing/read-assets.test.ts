import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Asset } from '../../src-preload/contract/model/writing.ts'
import { asset as assetSchema } from '../../src-preload/contract/model/writing.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { readAssets } from '../../src-main/writing/assets/read-assets.ts'
import { onePage, smallWeb } from './small-web.ts'

const AT = '2026-11-01T09:00:00.000Z'

const readPage = (mime: string, body: string | Uint8Array, address?: string): Promise<Asset[]> => {
  const { web, url } = onePage(mime, body, address)
  return readAssets({ kind: 'url', url }, web, AT)
}
const readFile = (name: string, text: string) => readAssets({ kind: 'file', name, text }, smallWeb({}), AT)
const only = async (assets: Promise<Asset[]>): Promise<Asset> => {
  const [first, ...rest] = await assets
  if (first === undefined || rest.length > 0) throw new Error(`expected one asset, got ${rest.length + 1}`)
  return first
}
const refusal = async (reading: Promise<unknown>): Promise<string> =>
  reading.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof Refusal ? error.failure.code : String(error)),
  )

test('a product of JSON-LD is read with its price, brand, picture and words', async () => {
  const data = {
    '@context': 'https://schema.org',
    '@graph': [
      { '@type': 'BreadcrumbList', name: 'Where you are' },
      {
        '@type': ['Product'],
        name: 'Oak lamp',
        description: '<p>Warm light.</p><p>Made by hand.</p>',
        image: [{ '@type': 'ImageObject', url: '/lamp.jpg', caption: 'A lamp on a table' }],
        brand: { '@type': 'Brand', name: 'Holzwerk' },
        offers: { '@type': 'Offer', price: 49, priceCurrency: 'EUR', availability: 'https://schema.org/InStock' },
      },
    ],
  }
  const html = `<html lang="en"><title>Shop</title><script type="application/ld+json">${JSON.stringify(data)}</script></html>`
  expect(await only(readPage('text/html', html))).toMatchObject({
    kind: 'product',
    title: 'Oak lamp',
    summary: 'Warm light. Made by hand.',
    url: 'https://shop.example/things/1',
    image: { url: 'https://shop.example/lamp.jpg', alt: 'A lamp on a table' },
    facts: { price: '49 EUR', brand: 'Holzwerk', availability: 'InStock', language: 'en' },
    source: 'https://shop.example/things/1',
    readAt: AT,
  })
})

test('events, articles and offers of JSON-LD keep their own kind and facts', async () => {
  const page = (data: object) =>
    `<html><script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data })}</script></html>`
  const event = page({
    '@type': 'MusicEvent',
    name: 'Night of songs',
    startDate: '2026-12-05T19:00:00+01:00',
    location: { '@type': 'Place', name: 'Town hall', address: { addressLocality: 'Bremen' } },
  })
  expect(await only(readPage('text/html', event))).toMatchObject({
    kind: 'event',
    facts: { startsAt: '2026-12-05T19:00:00+01:00', place: 'Town hall, Bremen' },
  })
  const article = page({
    '@type': 'NewsArticle',
    headline: 'Bread and time',
    author: [{ name: 'Ida' }],
    keywords: 'bread, flour, sourdough',
  })
  expect(await only(readPage('text/html', article))).toMatchObject({
    kind: 'article',
    title: 'Bread and time',
    facts: { author: 'Ida' },
    keywords: ['bread', 'flour', 'sourdough'],
  })
  const offer = page({ '@type': 'Offer', name: 'Winter coupon', discountCode: 'SNOW', validThrough: '2026-12-31' })
  expect(await only(readPage('text/html', offer))).toMatchObject({
    kind: 'coupon',
    facts: { code: 'SNOW', endsAt: '2026-12-31' },
  })
})

test('a page speaks through Open Graph, and a plain one through its heading and first paragraph', async () => {
  const graph = `<!doctype html><head><title>x</title><meta property="og:title" content="Lamps &amp; light">
    <meta property="og:description" content="All of them."><meta property="og:image" content="https://cdn.example/a.png">
    <meta property="og:image:alt" content="Three lamps"><link rel="canonical" href="/lamps"></head>`
  expect(await only(readPage('text/html', graph))).toMatchObject({
    kind: 'page',
    title: 'Lamps & light',
    summary: 'All of them.',
    url: 'https://shop.example/lamps',
    image: { url: 'https://cdn.example/a.png', alt: 'Three lamps' },
  })
  const plain = '<html><nav><p>Menu</p></nav><h1>Baking bread</h1><main><p>Flour and <b>time</b>.</p></main></html>'
  expect(await only(readPage('text/html', plain))).toMatchObject({ title: 'Baking bread', summary: 'Flour and time.' })
})

test('RSS, Atom and JSON feeds give their entries, the newest first', async () => {
  const rss = `<?xml version="1.0"?><rss version="2.0"><channel><title>Blog</title><language>de</language>
    <item><title>Alt</title><link>https://blog.example/1</link><pubDate>Mon, 05 Jan 2026 10:00:00 GMT</pubDate></item>
    <item><title>Neu</title><link>https://blog.example/2</link><pubDate>Tue, 06 Jan 2026 10:00:00 GMT</pubDate>
    <description><![CDATA[<p>Hallo <img src="/bild.png" alt="x"></p>]]></description></item></channel></rss>`
  const [newest, oldest] = await readPage('application/rss+xml', rss, 'https://blog.example/feed')
  expect(newest).toMatchObject({
    kind: 'article',
    title: 'Neu',
    summary: 'Hallo',
    image: { url: 'https://blog.example/bild.png' },
    facts: { language: 'de', publishedAt: '2026-01-06T10:00:00.000Z' },
  })
  expect(oldest).toMatchObject({ title: 'Alt', url: 'https://blog.example/1' })

  const atom = `<feed xmlns="http://www.w3.org/2005/Atom"><title>t</title><entry><title type="html">A &lt;i&gt;b&lt;/i&gt;</title>
    <link href="/e1"/><updated>2026-01-01T00:00:00Z</updated><summary>Short.</summary></entry></feed>`
  expect(await only(readPage('text/xml', atom, 'https://blog.example/atom'))).toMatchObject({
    title: 'A b',
    summary: 'Short.',
    url: 'https://blog.example/e1',
  })

  const json = JSON.stringify({
    version: 'https://jsonfeed.org/version/1.1',
    title: 't',
    items: [{ id: '1', url: 'https://blog.example/1', title: 'Hi', content_html: '<p>x</p>', tags: ['a', 'b', 'c'] }],
  })
  expect(await only(readPage('application/feed+json', json))).toMatchObject({ title: 'Hi', keywords: ['a', 'b', 'c'] })
})

test("a shop's products.json gives products with links into the shop", async () => {
  const shop = {
    products: [
      {
        title: 'Chair',
        handle: 'chair',
        body_html: '<p>Sit down.</p>',
        vendor: 'Holzwerk',
        tags: ['oak', 'home', 'seat'],
        variants: [{ price: '12.00', compare_at_price: '15.00' }],
        images: [{ src: 'https://cdn.example/chair.png', alt: 'A chair' }],
      },
    ],
  }
  const address = 'https://shop.example/products.json'
  expect(await only(readPage('application/json', JSON.stringify(shop), address))).toMatchObject({
    kind: 'product',
    title: 'Chair',
    summary: 'Sit down.',
    url: 'https://shop.example/products/chair',
    image: { url: 'https://cdn.example/chair.png', alt: 'A chair' },
    facts: { price: '12.00', oldPrice: '15.00', brand: 'Holzwerk' },
    keywords: ['oak', 'home', 'seat'],
  })
})

test('a table of products is read whatever its separator, one asset to a product', async () => {
  const table =
    'Handle;Title;Body (HTML);Image Src;Variant Price\nchair;Chair;<p>Sit; down</p>;https://x.example/y.png;12.00\nchair;;;;13.00\n'
  expect(await only(readFile('products.csv', table.replace('<p>Sit; down</p>', '"<p>Sit; down</p>"')))).toMatchObject({
    kind: 'product',
    title: 'Chair',
    summary: 'Sit; down',
    facts: { price: '12.00' },
  })
})

test('a Markdown file gives its front matter, and its text where that says nothing', async () => {
  const file =
    '---\ntitle: Hello\ndate: 2026-01-01\ntags: [a, b, c]\n---\n# Head\n\nFirst *paragraph* here.\n\n![A cat](https://x.example/cat.png)\n'
  expect(await only(readFile('hello.md', file))).toMatchObject({
    kind: 'article',
    title: 'Hello',
    summary: 'First paragraph here.',
    url: null,
    image: { url: 'https://x.example/cat.png', alt: 'A cat' },
    facts: { publishedAt: '2026-01-01' },
    keywords: ['a', 'b', 'c'],
    source: 'hello.md',
  })
  expect(await only(readFile('plain.md', '# Only a heading\n\nAnd a line.'))).toMatchObject({ title: 'Only a heading' })
})

test('of a feed with 10,000 entries the ten newest are taken', async () => {
  const items = Array.from({ length: 10_000 }, (_, index) => {
    const date = new Date(Date.UTC(2020, 0, 1) + index * 3_600_000).toUTCString()
    return `<item><title>Entry ${index}</title><link>https://b.example/${index}</link><pubDate>${date}</pubDate></item>`
  })
  const assets = await readPage('application/xml', `<rss version="2.0"><channel>${items.join('')}</channel></rss>`)
  expect(assets.map(({ title }) => title)).toEqual(Array.from({ length: 10 }, (_, index) => `Entry ${9999 - index}`))
})

test('markup in titles is taken out, escaped or not', async () => {
  const html =
    '<html><head><meta property="og:title" content="Fish &lt;script&gt;alert(1)&lt;/script&gt; &amp;amp; <b>chips</b>"></head></html>'
  expect((await only(readPage('text/html', html))).title).toBe('Fish & chips')
})

test('entities of an XML bomb are not expanded', async () => {
  const levels = Array.from({ length: 9 }, (_, n) => `<!ENTITY a${n + 1} "${`&a${n};`.repeat(10)}">`).join('')
  const bomb = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">${levels}]><rss version="2.0"><channel><item><title>x &a9; y</title></item></channel></rss>`
  const { title } = await only(readPage('application/rss+xml', bomb))
  expect(title.length).toBeLessThan(20)
  const outside = `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/hostname">]><rss version="2.0"><channel><item><title>x &f; y</title></item></channel></rss>`
  expect(await refusal(readPage('application/rss+xml', outside))).toBe('invalid-input')
})

test('aliases of a YAML bomb are not expanded', async () => {
  const line = (name: string, of: string) =>
    `${name}: &${name} [${Array.from({ length: 9 }, () => `*${of}`).join(',')}]`
  const head = [
    'a: &a [x,x,x,x,x,x,x,x,x]',
    line('b', 'a'),
    line('c', 'b'),
    line('d', 'c'),
    line('e', 'd'),
    'title: no',
  ]
  const file = `---\n${head.join('\n')}\n---\n# What stands below\n`
  expect(await only(readFile('bomb.md', file))).toMatchObject({ title: 'What stands below' })
})

test('binary data served as HTML is refused', async () => {
  const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d])
  expect(await refusal(readPage('text/html', png))).toBe('invalid-input')
  expect(await refusal(readPage('image/png', '<html><h1>Not a picture</h1></html>'))).toBe('invalid-input')
})

test('pages without words, broken JSON and empty tables are refused', async () => {
  for (const [mime, body] of [
    ['text/html', ''],
    ['text/html', '<html><body></body></html>'],
    ['application/json', '{"products": ['],
    ['application/json', '[]'],
    ['application/json', '['.repeat(100_000)],
    ['application/json', `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`],
    ['text/csv', 'a,b\n1,2\n'],
    ['application/rss+xml', '<rss version="2.0"><channel><item>'],
  ] as const) {
    expect([mime, body.slice(0, 40), await refusal(readPage(mime, body))]).toEqual([
      mime,
      body.slice(0, 40),
      'invalid-input',
    ])
  }
})

test('huge and deeply nested pages come to an end, with bounded results', async () => {
  const huge = await only(
    readPage('text/html', `<html><title>${'T'.repeat(100_000)}</title><p>${'lorem ipsum '.repeat(500_000)}`),
  )
  expect(huge.title.length).toBeLessThanOrEqual(300)
  expect(huge.summary.length).toBeLessThanOrEqual(1000)
  const deep = `<title>Deep</title>${'<div>'.repeat(500_000)}`
  expect((await only(readPage('text/html', deep))).title).toBe('Deep')
  expect(await refusal(readPage('text/html', '<'.repeat(2_000_000)))).toBe('invalid-input')
  expect(await refusal(readFile('deep.md', `${'> '.repeat(50_000)}x`))).toBe('invalid-input')
})

test('what the web refuses, such as endless redirects, is told as it is', async () => {
  const { url } = onePage('text/html', '')
  expect(await refusal(readAssets({ kind: 'url', url }, smallWeb({}), AT))).toBe('unreachable')
})

test('links are relative to where the redirects led, and only web links are kept', async () => {
  const web = smallWeb({
    'https://a.example/': {
      mime: 'text/html',
      url: 'https://b.example/deep/page',
      body: '<h1>Moved</h1><link rel="canonical" href="javascript:alert(1)"><meta property="og:image" content="pic.png">',
    },
  })
  expect(await only(readAssets({ kind: 'url', url: 'https://a.example/' }, web, AT))).toMatchObject({
    url: null,
    image: { url: 'https://b.example/deep/pic.png' },
    source: 'https://b.example/deep/page',
  })
})

test('other charsets and right-to-left text are read as they are, without characters that turn direction', async () => {
  const latin = new Uint8Array([
    ...new TextEncoder().encode('<html><h1>Caf'),
    0xe9,
    ...new TextEncoder().encode('</h1></html>'),
  ])
  expect((await only(readPage('text/html', latin))).title).toBe('Café')
  expect((await only(readPage('text/html', '<h1 dir="rtl">مصباح جديد</h1>'))).title).toBe('مصباح جديد')
  expect((await only(readPage('text/html', '<h1>safe\u202Egpj.exe</h1>'))).title).toBe('safegpj.exe')
})

test('whatever stands at an address, an asset of the contract or a refusal comes of it', async () => {
  const pieces = fc.constantFrom(
    '<p>',
    '</p>',
    '<h1>',
    '{',
    '}',
    '[',
    '"title":',
    '---\n',
    '<rss>',
    '<item>',
    '\u0000',
    '&amp;',
    '<script type="application/ld+json">',
    'word ',
    '🎉',
    '\uD800',
    ',',
    '\n',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.oneof(pieces, fc.string()), { maxLength: 40 }),
      fc.constantFrom('text/html', 'application/json', 'text/csv', 'text/markdown', 'application/rss+xml', ''),
      async (parts, mime) => {
        try {
          for (const one of await readPage(mime, parts.join(''))) {
            expect(assetSchema.safeParse(one).success).toBe(true)
            expect(one.title.isWellFormed()).toBe(true)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal)
        }
      },
    ),
    { numRuns: 300 },
  )
})
