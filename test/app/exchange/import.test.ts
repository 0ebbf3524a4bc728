import { expect, test } from 'vitest'
import { addAccount, openTestApp, startTestApp } from '../../fixtures/test-world.ts'
import { codesOf, fileOf, importText, planFor, postsOf, read, runImport, textFile } from './open-exchange.ts'

/** A table with a line for each text. */
const table = (rows: readonly string[]) => ['Text,When,Accounts,Tags,Media', ...rows].join('\n')

const check = async (text: string, change: Parameters<typeof planFor>[1] = {}) => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const source = await read(t, textFile(text))
  return {
    t,
    source,
    checked: await t.call('imports.check', { importId: source.importId, plan: planFor(source, change) }),
  }
}

test('each row says what is wrong with it', async () => {
  const { checked } = await check(
    table([
      'Fine,2026-12-01 09:00,Alice,,',
      ',2026-12-01 10:00,Alice,,',
      'Yesterday,2026-10-01 09:00,Alice,,',
      'Soon,next week,Alice,,',
      'Clocks go forward,2027-03-28 02:30,Alice,,',
      'Clocks go back,2027-10-31 02:30,Alice,,',
      'Only a day,2026-12-01,Alice,,',
      'Who,2026-12-01 11:00,Bob,,',
      'Nobody,2026-12-01 12:00,,,',
      'Where,2026-12-01 13:00,Alice,,not an address',
      'Fine,2026-12-01 09:00,Alice,,',
    ]),
  )
  expect(codesOf(checked)).toEqual([
    [],
    ['no-text'],
    ['when-past'],
    ['when-unreadable'],
    ['when-gap'],
    ['when-overlap'],
    ['time-missing'],
    ['account-unknown'],
    ['no-account'],
    ['media-address'],
    ['duplicate-row'],
  ])
  expect(checked.counts).toMatchObject({ rows: 11, errors: 6, warnings: 4 })
  expect(checked.rows[4]?.at).toBe('2027-03-28T01:30:00.000Z')
})

test('a text that its channel would not take is an error, and for a draft a warning', async () => {
  const t = await openTestApp()
  await t.call('accounts.add', { channel: 'scripted', name: 'Brief', settings: { user: 'b' }, secret: 'x' })
  const source = await read(
    t,
    textFile(
      table(['Far longer than twenty letters,2026-12-01 09:00,Brief,,', 'Another one that is too long,,Brief,,']),
    ),
  )
  const { rows } = await t.call('imports.check', { importId: source.importId, plan: planFor(source) })
  expect(rows.map(({ problems }) => problems.map(({ severity, field }) => [severity, field]))).toEqual([
    [['error', 'text']],
    [['warning', 'text']],
  ])
})

test('an edit, a name that is told and a row left out mend what was wrong', async () => {
  const { t, source } = await check(
    table(['Soon,next week,Alice,,', 'Who,2026-12-01 11:00,Bob,,', ',2026-12-01 12:00,Alice,,']),
  )
  const [alice] = (await t.call('accounts.list', {})).entries
  const plan = planFor(source, {
    edits: [{ row: 0, field: 'when', value: '8 December 2026 at 9:30 am' }],
    names: { Bob: alice?.id ?? '' },
    skip: [2],
  })
  const checked = await t.call('imports.check', { importId: source.importId, plan })
  expect(codesOf(checked)).toEqual([[], [], []])
  const job = await runImport(t, { importId: source.importId, plan })
  expect(job).toMatchObject({ state: 'done', result: { posts: 2, scheduled: 2 } })
  const times = (await postsOf(t)).map(({ text, items }) => [text, items[0]?.schedule?.wall])
  expect(times.toSorted()).toEqual([
    ['Soon', '2026-12-08T09:30'],
    ['Who', '2026-12-01T11:00'],
  ])
})

test('while one row has an error nothing at all is made', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const job = await importText(t, table(['Fine,2026-12-01 09:00,Alice,,', ',2026-12-01 10:00,Alice,,']))
  expect(job).toMatchObject({
    state: 'failed',
    failure: { code: 'invalid-input', message: expect.stringContaining('Row 2') },
  })
  expect(await postsOf(t)).toEqual([])
})

test('a file that cannot be fetched keeps all of it from being made', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const job = await importText(t, table(['One,,Alice,,', 'Two,,Alice,,https://gone.example/picture.png']))
  expect(job).toMatchObject({
    state: 'failed',
    failure: { code: 'unreachable', message: expect.stringContaining('Row 2') },
  })
  expect(await postsOf(t)).toEqual([])
})

test('an import that is called off makes nothing', async () => {
  const t = await openTestApp()
  const source = await read(t, textFile(table(Array.from({ length: 400 }, (_, at) => `Post ${at},,,,`))))
  const running = runImport(t, { importId: source.importId, plan: planFor(source) })
  await t.call('imports.cancel', {})
  expect(await running).toMatchObject({ state: 'cancelled', failure: { code: 'cancelled' } })
  expect(await postsOf(t)).toEqual([])
})

test('the same file a second time is told, and so is a text that is there already', async () => {
  const t = await openTestApp()
  await importText(t, table(['Once,,,,']))
  const again = await read(t, textFile(table(['Once,,,,'])))
  expect(again.before).not.toBeNull()
  const checked = await t.call('imports.check', { importId: again.importId, plan: planFor(again) })
  expect(codesOf(checked)).toEqual([['duplicate-post']])
})

test('pictures of a folder are attached in their order, with what they show', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const files = ['folder/harbour.md', 'folder/img/rope.png'].map(fileOf)
  const source = await read(t, ...files)
  expect(await runImport(t, { importId: source.importId, plan: planFor(source) })).toMatchObject({ state: 'done' })
  const [post] = await postsOf(t)
  expect(post).toMatchObject({ rich: true, tags: ['harbour', 'winter'], media: [{ alt: 'Ice on a rope' }] })
})

test('rows without a time take the free slots one after the other', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t, 'Alice')
  const times = [
    { day: 1 as const, time: '09:00' },
    { day: 3 as const, time: '17:30' },
  ]
  await t.call('slots.save', { name: 'Weekly', zone: 'Europe/Berlin', times })
  await t.call('posts.save', { text: 'First', targets: [{ accountId: alice }], when: { kind: 'slot' } })
  await importText(t, table(['Second,,Alice,,', 'Third,,Alice,,']), { untimed: 'slot' })
  const walls = (await postsOf(t)).map(({ text, items }) => [text, items[0]?.schedule?.wall.slice(0, 16)])
  expect(walls.toSorted((a, b) => String(a[1]).localeCompare(String(b[1])))).toEqual([
    ['First', '2026-11-02T09:00'],
    ['Second', '2026-11-04T17:30'],
    ['Third', '2026-11-09T09:00'],
  ])
})

test('undone, what is not sent is gone and what was sent stays', async () => {
  const { t } = await startTestApp()
  const job = await importText(
    t,
    table(['Sent soon,2026-11-01 10:30,Alice,,', 'Later,2026-12-01 09:00,Alice,,', 'Draft,,,,']),
  )
  expect(job).toMatchObject({ state: 'done', result: { posts: 3, drafts: 1, scheduled: 2 } })
  await t.clock.advance(3_600_000)
  const importId = job.result?.importId ?? ''
  expect(await t.call('imports.undo', { importId })).toEqual({ deleted: 2, kept: 1 })
  expect((await postsOf(t)).map(({ text, status }) => [text, status])).toEqual([['Sent soon', 'published']])
  expect((await t.call('imports.list', {})).entries).toMatchObject([{ importId, undoneAt: expect.any(String) }])
  expect(await t.refusal('imports.undo', { importId })).toBe('illegal-transition')
  expect(t.network.sent.map(({ text }) => text)).toEqual(['Sent soon'])
})

test('a spreadsheet of very many rows goes in whole, and others get their turn meanwhile', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  const rows = Array.from(
    { length: 400 },
    (_, at) => `Post number ${at},2027-01-${String((at % 28) + 1).padStart(2, '0')} 09:00,Alice,,`,
  )
  const source = await read(t, textFile(table(rows)))
  await t.call('imports.run', { importId: source.importId, plan: planFor(source) })
  const steps = new Set<string>()
  let turns = 0
  for (;;) {
    const { job } = await t.call('imports.job', {})
    if (job) steps.add(job.step)
    if (job?.state !== 'running') {
      expect(job).toMatchObject({ state: 'done', result: { posts: 400, scheduled: 400 } })
      break
    }
    turns += 1
    await new Promise((resolve) => void setImmediate(resolve))
  }
  expect(turns).toBeGreaterThan(8)
  expect(steps).toContain('writing')
  expect(t.events.filter(({ kind }) => kind === 'posts-changed')).toHaveLength(1)
})
