import { AtSign } from 'lucide-react'
import { describe, expect, test } from 'vitest'
import type { Entry } from '../../src-renderer/commands/palette/entry.ts'
import { cutOut } from '../../src-renderer/commands/palette/post-entry.ts'
import { guessEntries, rankEntries, sectionsOf } from '../../src-renderer/commands/palette/rank-entries.ts'
import { readWhen } from '../../src-renderer/commands/palette/read-when.ts'

/** A Sunday. */
const NOW = '2026-11-22T10:30'

describe('a day', () => {
  const days = (texts: readonly string[], locale = 'en-GB') =>
    texts.map((text) => readWhen(text, NOW, locale)?.day ?? null)

  test('is understood in English and in German, whatever the interface speaks', () => {
    expect(days(['tomorrow', 'morgen', 'Tomorrow ', 'übermorgen'])).toEqual([
      '2026-11-23',
      '2026-11-23',
      '2026-11-23',
      '2026-11-24',
    ])
    expect(days(['dec 1', '1. Dezember', '1.12.', '1.12', '2026-12-01', '01.12.2026', 'on dec 1'])).toEqual(
      Array.from({ length: 7 }, () => '2026-12-01'),
    )
    expect(days(['next friday', 'nächsten Freitag', 'freitag'], 'de-DE')).toEqual(
      Array.from({ length: 3 }, () => '2026-11-27'),
    )
  })

  test('is written in the order of the region', () => {
    expect(days(['12/1'])).toEqual(['2027-01-12'])
    expect(days(['12/1'], 'en-US')).toEqual(['2026-12-01'])
  })

  test('that is over this year is the one of the next', () => {
    expect(days(['1.3.', 'march 1'])).toEqual(['2027-03-01', '2027-03-01'])
    expect(days(['yesterday', 'last monday'])).toEqual(['2026-11-21', '2026-11-16'])
  })

  test('is none where there is none, or where it is only a part of what is said', () => {
    expect(days(['31.2.', 'do', 'harbour', 'the post of may 1', '', '12'])).toEqual(
      Array.from({ length: 6 }, () => null),
    )
  })
})

describe('a time of a day', () => {
  const times = (texts: readonly string[], locale = 'en-GB') =>
    texts.map((text) => {
      const read = readWhen(text, NOW, locale)
      return read === null ? null : `${read.day} ${read.clock ?? '-'}`
    })

  test('is understood in English and in German, with a bare hour too', () => {
    expect(times(['friday 9am', 'fri 9:00', 'friday at 9', 'friday 9', 'Freitag um 9 Uhr', 'freitag 9'])).toEqual(
      Array.from({ length: 6 }, () => '2026-11-27 09:00'),
    )
    expect(times(['tomorrow 14:30', 'morgen 14:30', 'dec 1 17:05', '2026-12-01 17:05'])).toEqual([
      '2026-11-23 14:30',
      '2026-11-23 14:30',
      '2026-12-01 17:05',
      '2026-12-01 17:05',
    ])
  })

  test('that is over today is the one of tomorrow', () => {
    expect(times(['11:00', '9:00', 'in 2 hours', 'in 20 Minuten'])).toEqual([
      '2026-11-22 11:00',
      '2026-11-23 09:00',
      '2026-11-22 12:30',
      '2026-11-22 10:50',
    ])
  })

  test('is not made up where a day alone is said', () => {
    expect(times(['friday', 'dec 1', 'in 3 days', '1.12.'])).toEqual([
      '2026-11-27 -',
      '2026-12-01 -',
      '2026-11-25 -',
      '2026-12-01 -',
    ])
  })

  test('is found behind what is to be done at it', () => {
    expect(
      times([
        'move to friday 9am',
        'reschedule friday 9:00',
        'schedule it for friday at 9',
        'verschieben auf Freitag 9',
      ]),
    ).toEqual(Array.from({ length: 4 }, () => '2026-11-27 09:00'))
    expect(times(['move', 'schedule', 'move house', 'friday 9 to 11', 'planen'])).toEqual(
      Array.from({ length: 5 }, () => null),
    )
  })
})

const entry = (id: string, group: Entry['group'], ...names: string[]): Entry => ({
  id,
  group,
  icon: AtSign,
  label: names[0] ?? id,
  note: '',
  keys: '',
  names,
  run: () => undefined,
})

const ENTRIES = [
  entry('recent', 'recent', 'Make a snapshot now'),
  entry('new', 'everywhere', 'New post'),
  entry('queue', 'going', 'Queue', 'Go to Queue'),
  entry('api', 'settings', 'HTTP API', 'Settings HTTP API'),
  entry('harbour', 'accounts', 'Harbour news', 'Mastodon'),
]
const found = (text: string) => rankEntries(ENTRIES, text).map(({ id }) => id)

describe('what is found', () => {
  test('is what begins so before what only contains it, and what was used lately before the rest', () => {
    expect(found('new')).toEqual(['new', 'harbour'])
    expect(found('n')[0]).toBe('new')
    expect(found('go to q')).toEqual(['queue'])
    expect(found('settings api')).toEqual([])
    expect(found('settings http')).toEqual(['api'])
  })

  test('is a command by some of its letters as a guess alone, and never an account', () => {
    const guessed = (text: string) => guessEntries(ENTRIES, text).map(({ id }) => id)
    expect(found('mksn')).toEqual([])
    expect(guessed('mksn')).toEqual(['recent'])
    expect(guessed('hrbr')).toEqual([])
    expect(found('masto')[0]).toBe('harbour')
  })

  test('stands under headings in the order of the best of each', () => {
    expect(sectionsOf(rankEntries(ENTRIES, 'new')).map(({ group }) => group)).toEqual(['everywhere', 'accounts'])
  })
})

test('a post is shown with the words that were looked for', () => {
  const long = `${'All quiet on the pier today. '.repeat(4)}\n\nThe harbour festival begins at nine.`
  expect(cutOut(long, 'festival')).toMatch(/^… .{0,24}festival begins/)
  expect(cutOut('The harbour festival', 'harbour')).toBe('The harbour festival')
  expect(cutOut('  ', 'x')).toBe('')
})
