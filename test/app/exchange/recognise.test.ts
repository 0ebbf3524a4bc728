import { expect, test } from 'vitest'
import { guessFields } from '../../../src-main/app/exchange/columns.ts'
import { addAccount, openTestApp } from '../../fixtures/test-world.ts'
import { codesOf, fileOf, planFor, read, textFile } from './open-exchange.ts'

test.each([
  ['buffer.csv', 'buffer', ['text', 'media', 'tags', 'when']],
  ['publer.csv', 'publer', ['when', 'text', 'link', 'media', 'title', 'tags', 'alt', null]],
  ['hootsuite.csv', 'hootsuite', ['when', 'text', 'link']],
])('%s is recognised by its columns', async (name, maker, fields) => {
  const t = await openTestApp()
  const source = await read(t, fileOf(name))
  expect(source).toMatchObject({ maker, encoding: 'utf-8', separator: ',', rows: 2 })
  expect(source.columns.map(({ field }) => field)).toEqual(fields)
})

test.each([
  ['Post Date', 'postdate', 'Post at', 'Publish time', 'Publish date', 'Send at', 'Sending time'],
  ['Sendezeit', 'Veröffentlichen am', 'Datum und Uhrzeit'],
])('%s, and the others that programs call it, is the time', (...names) => {
  for (const name of names) expect(guessFields(['Text', name])).toEqual(['text', 'when'])
})

test('a day beside a time of day is a part of the time', () => {
  expect(guessFields(['Post date', 'Post time'])).toEqual(['date', 'time'])
  expect(guessFields(['Publish time', 'Date', 'Text'])).toEqual(['time', 'date', 'text'])
  expect(guessFields(['Publish date', 'Hour'])).toEqual(['date', 'time'])
})

test('a table from a German spreadsheet is read: its encoding, separator, names and days', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const source = await read(t, fileOf('german-1252.csv'))
  expect(source).toMatchObject({ encoding: 'windows-1252', separator: ';', dayOrder: 'day-first', dayOrderSure: true })
  expect(source.columns.map(({ name, field }) => [name, field])).toEqual([
    ['Nachricht', 'text'],
    ['Datum', 'date'],
    ['Uhrzeit', 'time'],
    ['Konto', 'accounts'],
    ['Hausnummer', null],
  ])
  const { rows } = await t.call('imports.check', { importId: source.importId, plan: planFor(source) })
  expect(rows[0]).toMatchObject({ values: { text: 'Grüße aus Köln' }, at: '2026-12-01T08:00:00.000Z', problems: [] })
})

test.each(['utf16.csv', 'utf16-bare.csv'])('%s is read whichever way its letters lie', async (name) => {
  const t = await openTestApp()
  const source = await read(t, fileOf(name))
  expect(source.columns.map(({ field }) => field)).toEqual(['text', 'when'])
  expect(source.encoding).toMatch(/^utf-16/)
})

test('a file is read anew by another encoding and separator, without being sent again', async () => {
  const t = await openTestApp()
  const { importId } = await read(t, fileOf('german-1252.csv'))
  const source = await t.call('imports.read', { importId, encoding: 'iso-8859-2', separator: ',' })
  expect(source).toMatchObject({ importId, encoding: 'iso-8859-2', separator: ',' })
  expect(source.columns).toHaveLength(1)
  expect(await t.refusal('imports.read', { importId, encoding: 'morse' })).toBe('invalid-input')
})

test('JSON of another program is read as a table, and what has no field is named', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const source = await read(t, fileOf('plain.json'))
  expect(source.columns.map(({ name, field }) => [name, field])).toEqual([
    ['content', 'text'],
    ['scheduled_at', 'when'],
    ['platforms', 'accounts'],
    ['labels', 'tags'],
    ['mood', null],
  ])
  const check = await t.call('imports.check', { importId: source.importId, plan: planFor(source) })
  expect(codesOf(check)).toEqual([[], ['account-unknown']])
  expect(check.unknown).toEqual([{ name: 'Nobody', rows: 1 }])
})

test('a folder of Markdown is a post a file, with the pictures that it shows', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const source = await read(t, fileOf('folder/harbour.md'), fileOf('folder/thought.md'), fileOf('folder/img/rope.png'))
  expect(source).toMatchObject({ format: 'markdown', rows: 2, name: 'folder' })
  const { rows } = await t.call('imports.check', { importId: source.importId, plan: planFor(source) })
  expect(rows[0]).toMatchObject({
    values: {
      text: 'On the **pier**',
      title: 'Ice',
      tags: 'harbour | winter',
      media: 'folder/img/rope.png',
      alt: 'Ice on a rope',
    },
    becomes: 'scheduled',
    problems: [],
  })
  expect(rows[1]).toMatchObject({ values: { text: 'Only a thought, without a head.' }, becomes: 'draft' })
})

test('what is no text, or nothing, is refused with a reason', async () => {
  const t = await openTestApp()
  expect(await t.refusal('imports.read', { files: [textFile('')] })).toBe('invalid-input')
  expect(await t.refusal('imports.read', { files: [fileOf('folder/img/rope.png')] })).toBe('invalid-input')
  expect(await t.refusal('imports.read', { files: [textFile('[{]', 'x.json')] })).toBe('invalid-input')
  expect(await t.refusal('imports.read', { importId: 'imp_0000000000000000' })).toBe('not-found')
})
