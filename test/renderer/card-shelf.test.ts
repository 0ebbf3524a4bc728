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
  const shelf = createCardShelf(
    (url) => {
      asked.push(url)
      return Promise.resolve(
        answer === 'page'
          ? { ok: true, value: { entries: [page(`Title of ${url}`)] } }
          : { ok: false, failure: { code: 'unreachable', message: 'It cannot be reached.', next: 'Later.' } },
      )
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
  return { asked, due, told, follow: (url: string) => shelf.follow(url, (state) => told.push(state)) }
}

test('a page is read once for its card, after the address has rested, and kept', async () => {
  const s = start('page')
  s.follow('https://example.org/a')
  expect([s.told, s.asked]).toEqual([[{ kind: 'unread' }], []])
  s.due.splice(0).forEach((callback) => callback())
  const card = { title: 'Title of https://example.org/a', summary: 'What it is about', pictured: true }
  await expect.poll(() => s.told.at(-1)).toEqual({ kind: 'read', card })
  s.follow('https://example.org/a')
  expect(s.told.at(-1)).toEqual({ kind: 'read', card })
  expect(s.asked).toEqual(['https://example.org/a'])
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
