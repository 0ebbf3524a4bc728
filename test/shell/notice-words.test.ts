import { afterEach, expect, test } from 'vitest'
import type { Notice } from '../../src-main/core/ports.ts'
import { noticeWords } from '../../src-main/shell/notice-words.ts'
import { DE } from '../../src-main/shell/words/de.ts'
import { EN } from '../../src-main/shell/words/en.ts'
import { say, speakIn } from '../../src-main/shell/words/say.ts'

afterEach(() => speakIn('en', 'en-GB'))

const what = { itemId: 'itm_1', account: 'Alice', channel: 'Bluesky', text: 'Good morning' }
const failure = { code: 'rejected-by-channel', message: 'Bluesky refused it.', next: 'Change it.' } as const

test.each<[Notice, string, string, string[]]>([
  [{ kind: 'published', ...what }, 'Published on Alice (Bluesky)', 'Good morning', ['open-item']],
  [
    { kind: 'failed', ...what, failure },
    'Not published on Alice (Bluesky)',
    'Good morning\nBluesky refused it.',
    ['open-item', 'retry'],
  ],
  [
    { kind: 'unconfirmed', ...what, failure: null },
    'Was it published on Alice (Bluesky)?',
    'Good morning',
    ['open-item'],
  ],
  [
    { kind: 'missed', itemId: 'itm_1', count: 1, text: 'Good morning' },
    'A post was missed',
    'Good morning',
    ['review'],
  ],
  [
    { kind: 'missed', itemId: 'itm_1', count: 3, text: 'Good morning' },
    '3 posts were missed',
    'Posthorn was closed or asleep. Decide what to do with them.',
    ['review'],
  ],
  [
    { kind: 'signed-out', itemId: null, accountId: 'acc_1', account: 'Alice', failure },
    'Alice is signed out',
    'Bluesky refused it. Change it.',
    ['reconnect'],
  ],
  [
    { kind: 'by-hand', itemId: 'itm_1', account: 'Forum', text: 'Hello' },
    'Time to post on Forum',
    'Hello',
    ['open-item'],
  ],
])('a notice of what was %o says what, and what can be done', (notice, title, body, does) => {
  const words = noticeWords(notice)
  expect([words.title, words.body, words.actions.map((action) => action.does)]).toEqual([title, body, does])
})

test('outside the window the language is the one chosen, or the computer’s', () => {
  speakIn('de', 'en-US')
  expect(say('tray.attention', { count: 2 })).toBe('2 Beiträge brauchen Aufmerksamkeit')
  speakIn('system', 'de-AT')
  expect(say('menu.queue')).toBe('Warteschlange')
  speakIn('system', 'fr-FR')
  expect(say('menu.queue')).toBe('Queue')
  const places = (text: string) => [...text.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name).toSorted()
  for (const [key, text] of Object.entries(EN))
    expect([key, new Set(places(DE[key as keyof typeof EN]))]).toEqual([key, new Set(places(text))])
})
