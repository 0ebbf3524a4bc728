import fc from 'fast-check'
import { expect, test } from 'vitest'
import { articleOf } from '../../../src-main/channels/kit/article/article-of.ts'
import { makeNameMarker, readNameMarker } from '../../../src-main/channels/kit/article/name-marker.ts'
import { readArticle, withTitle } from '../../../src-main/channels/kit/article/read-article.ts'
import { WORDPRESS } from '../../../src-main/channels/rules/wordpress.ts'
import { draftOf, tools } from '../channel-world.ts'

test.each([
  ['Title\n\nText', {}, 'Title', ['Text']],
  ['Title\nText\nmore\n \n\nEnd', {}, 'Title', ['Text<br>more', 'End']],
  ['Only a title', {}, 'Only a title', ['Only a title']],
  [
    'See https://a.example\n\nText',
    {},
    'See https://a.example',
    ['See <a href="https://a.example">https://a.example</a>', 'Text'],
  ],
  ['Text\n\nmore', { title: ' Told ' }, 'Told', ['Text', 'more']],
  ['', {}, '', []],
])('%j with %j is called %j and has %j', (text, options, title, paragraphs) => {
  expect(articleOf(WORDPRESS, draftOf({ text, options }))).toEqual({ title, paragraphs })
})

test('an address within a link or code is not a link of its own, and emphasis over a break is shown on both sides', () => {
  const text = 'https://a.example and https://b.example\n\nbold\n\nstill'
  const draft = draftOf({
    text,
    options: { title: 'T' },
    emphasis: [
      { start: 0, end: 17, kind: 'code' },
      { start: 22, end: 39, kind: 'link', href: 'https://c.example/?a=1&b="2"' },
      { start: 41, end: text.length, kind: 'bold' },
    ],
  })
  expect(articleOf(WORDPRESS, draft).paragraphs).toEqual([
    '<code>https://a.example</code> and <a href="https://c.example/?a=1&amp;b=&quot;2&quot;">https://b.example</a>',
    '<strong>bold</strong>',
    '<strong>still</strong>',
  ])
})

test('what is written as an article reads as the words that were written', async () => {
  const line = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
    .map((words) => words.replace(/[\s\p{Cc}\p{Cf}]+/gu, '.'))
  const paragraph = fc.array(line, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'))
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (parts) => {
      const text = parts.join('\n\n')
      const { title, paragraphs } = articleOf(WORDPRESS, draftOf({ text }))
      const html = paragraphs.map((inner) => `<p>${inner}</p>`).join('\n\n')
      const read = withTitle(title, (await readArticle(html)).text)
      expect(read.replace(/\n+/g, '\n')).toBe(text.replace(/\n+/g, '\n'))
    }),
    { numRuns: 200 },
  )
})

test('captions and scripts are no words of an article; its pictures are told', async () => {
  const html =
    '<!-- wp:x -->\n<p>One</p>\n<script>no()</script><figure><img src="/a.png" alt="A &amp; B"><figcaption>Caption</figcaption></figure>\n<ul><li>x</li><li>y</li></ul>'
  expect(await readArticle(html)).toEqual({ text: 'One\n\nx\ny', pictures: [{ url: '/a.png', alt: 'A & B' }] })
})

test.each([
  ['Grüße, Straße & Co', /^grusse-strasse-co-p[a-z0-9]{6}$/],
  ['こんにちは', /^p[a-z0-9]{6}$/],
  ['x'.repeat(200), /^x{60}-p[a-z0-9]{6}$/],
])('a post called %j is found by a name of its own', (title, pattern) => {
  const [one, other] = [makeNameMarker(title, undefined, tools), makeNameMarker(title, undefined, tools)].map(
    readNameMarker,
  )
  expect(one?.name).toMatch(pattern)
  expect(one?.chosen).toBe(false)
  expect(one?.name).not.toBe(other?.name)
})

test('a name that was chosen is kept, as an address has it', () => {
  expect(readNameMarker(makeNameMarker('Title', 'My Náme', tools))).toMatchObject({ name: 'my-name', chosen: true })
})
