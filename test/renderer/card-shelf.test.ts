import { expect, test } from 'vitest'
import { type CardState, createCardShelf } from '../../src-renderer/composer/preview/card-shelf.ts'

const page = (title: string) => ({
  kind: 'page' as const,
  title,
  summary: 'What it is about',
  url: null,
  image: { url: 'https://example.org/a.png', alt: '' },
  facts: {},
  keywords: [],
  source: 'https://example.org/',
  readAt: '2026-11-22T09:00:00.000Z',
})

const start = (answer: 'page' | 'refused') => {
  const asked: string[] = []
  const due: (() => void)[] = []
  const unreachable = {
    ok: false as const,
    failure: { code: 'unreachable' as const, message: 'It cannot be reached.', next: 'Later.' },
  }
  const pictures = new Map<string, { mime: string; data: string } | null>([
    ['https://example.org/a.png', { mime: 'image/jpeg', data: 'AAAA' }],
  ])
  const shelf = createCardShelf(
    {
      page: (url) => {
        asked.push(url)
        return Promise.resolve(
          answer === 'page' ? { ok: true, value: { entries: [page(`Title of ${url}`)] } } : unreachable,
        )
      },
      picture: (url) => {
        asked.push(url)
        const picture = pictures.get(url)
        return Promise.resolve(picture === undefined ? unreachable : { ok: true, value: { picture } })
      },
    },
    {
      now: () => 0,
      after: (_, callback) => {
        due.push(callback)
        return () => void due.splice(due.indexOf(callback), 1)
      },
    },
  )
  const told: CardState[] = []
  return { asked, due, told, pictures, follow: (url: string) => shelf.follow(url, (state) => told.push(state)) }
}

test('a page is read once for its card, after the address has rested, and kept with its picture', async () => {
  const s = start('page')
  s.follow('https://example.org/a')
  expect([s.told, s.asked]).toEqual([[{ kind: 'unread' }], []])
  s.due.splice(0).forEach((callback) => callback())
  const words = { title: 'Title of https://example.org/a', summary: 'What it is about', pictured: true }
  const card = { ...words, picture: 'data:image/jpeg;base64,AAAA' }
  await expect.poll(() => s.told.at(-1)).toEqual({ kind: 'read', card })
  // The words came before the picture.
  expect(s.told.at(-2)).toEqual({ kind: 'read', card: { ...words, picture: null } })
  s.follow('https://example.org/a')
  expect(s.told.at(-1)).toEqual({ kind: 'read', card })
  expect(s.asked).toEqual(['https://example.org/a', 'https://example.org/a.png'])
})

test.each([
  ['cannot be fetched', undefined],
  ['is no picture', null],
])('a picture that %s leaves the card its words', async (_, picture) => {
  const s = start('page')
  if (picture === undefined) s.pictures.clear()
  else s.pictures.set('https://example.org/a.png', picture)
  s.follow('https://example.org/a')
  s.due.splice(0).forEach((callback) => callback())
  await expect.poll(() => s.told).toHaveLength(3)
  expect(s.told.at(-1)).toMatchObject({ kind: 'read', card: { pictured: true, picture: null } })
})

test('an address that is still being typed is not asked, and a page that cannot be read is said to be unknown', async () => {
  const s = start('refused')
  s.follow('https://example.or')()
  expect(s.due).toEqual([])
  s.follow('https://example.org')
  s.due.splice(0).forEach((callback) => callback())
  await expect.poll(() => s.told.at(-1)).toEqual({ kind: 'unknown' })
  expect(s.asked).toEqual(['https://example.org'])
})
