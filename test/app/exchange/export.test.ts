import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import { addAccount, openTestApp, startTestApp, type TestApp } from '../../fixtures/test-world.ts'
import { fileOf, planFor, postsOf, read, runImport } from './open-exchange.ts'

/** All that a person could tell two posts apart by; ids are each home's own. */
const contentOf = (post: Post, names: ReadonlyMap<string, string>) => ({
  ...post,
  id: '',
  updatedAt: '',
  media: post.media.length,
  items: post.items
    .map(({ accountId, state, override, schedule, publishedAt, remote, failure, attempts }) => ({
      account: names.get(accountId),
      state,
      override,
      schedule,
      publishedAt,
      remote,
      failure,
      attempts,
    }))
    .toSorted((a, b) => String(a.account).localeCompare(String(b.account))),
})

const everythingOf = async (t: TestApp) => {
  const { entries } = await t.call('accounts.list', {})
  const names = new Map(entries.map(({ id, name }) => [id, name]))
  return (await postsOf(t)).map((post) => contentOf(post, names)).toSorted((a, b) => a.text.localeCompare(b.text))
}

const bringOver = async (from: TestApp, to: TestApp, media = false) => {
  const { data, name } = await from.call('exports.write', { format: 'json', media })
  const source = await read(to, { name, data })
  const plan = planFor(source)
  return { source, job: await runImport(to, { importId: source.importId, plan }) }
}

// Short enough for the channel, which counts as JavaScript does: one letter can be several there.
const word = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .filter((text) => text.trim() !== '' && text.length < 20)
const written = fc.record({
  text: word.map((text) => `x${text}`),
  thread: fc.boolean(),
  numbered: fc.boolean(),
  rich: fc.boolean(),
  strict: fc.boolean(),
  tags: fc.uniqueArray(
    word.map((tag) => tag.slice(0, 20)),
    { maxLength: 3 },
  ),
  options: fc.dictionary(
    fc.constantFrom('scripted', 'other'),
    fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue({ maxDepth: 1 })),
  ),
  zone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'),
  lateness: fc.option(
    fc.record({ withinMinutes: fc.nat(1000), then: fc.constantFrom('ask' as const, 'skip' as const) }),
  ),
  who: fc.subarray([0, 1]),
  own: fc.option(word),
  ahead: fc.option(fc.integer({ min: 3600, max: 20_000_000 })),
})

test('what is exported as JSON and imported into a new home is the same posts', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(written, { minLength: 1, maxLength: 6 }), async (posts) => {
      const [here, there] = [await openTestApp(), await openTestApp()]
      const ids = [await addAccount(here, 'Alice'), await addAccount(here, 'Bob')]
      // In the other order, so that an id never means the same.
      await addAccount(there, 'Bob')
      await addAccount(there, 'Alice')
      for (const { who, own, ahead, ...post } of posts) {
        const override = own === null ? {} : { text: own }
        const targets = who.map((at) => ({ accountId: ids[at] ?? '', override }))
        const when = ahead !== null && who.length > 0 ? { when: { kind: 'in' as const, seconds: ahead } } : {}
        await here.call('posts.save', { ...post, targets, ...when })
      }
      expect((await bringOver(here, there)).job).toMatchObject({ state: 'done', failure: null })
      expect(await everythingOf(there)).toEqual(await everythingOf(here))
    }),
    { numRuns: 6 },
  )
})

test('what was published comes over as published and is not sent again', async () => {
  const { t: here, alice } = await startTestApp()
  await here.call('posts.save', { text: 'Sent', targets: [{ accountId: alice }], when: { kind: 'now' } })
  await here.clock.advance(1000)
  const { t: there } = await startTestApp()
  expect((await bringOver(here, there)).job).toMatchObject({ state: 'done' })
  await there.clock.advance(86_400_000)
  expect(there.network.sent).toEqual([])
  expect((await postsOf(there)).map(({ text, status }) => [text, status])).toEqual([['Sent', 'published']])
})

test('with its files the export is a zip, and they come along', async () => {
  const [here, there] = [await openTestApp(), await openTestApp()]
  const picture = await here.call('media.add', fileOf('folder/img/rope.png'))
  await here.call('posts.save', { text: 'With a picture', media: [{ mediaId: picture.id, alt: 'A rope' }] })
  const { job } = await bringOver(here, there, true)
  expect(job).toMatchObject({ state: 'done' })
  const [post] = await postsOf(there)
  expect(post?.media).toMatchObject([{ alt: 'A rope' }])
  const found = await there.call('media.get', { mediaId: post?.media[0]?.mediaId ?? '' })
  expect(found.hash).toBe(picture.hash)
})

test('without its files a post whose picture is nowhere is told', async () => {
  const [here, there] = [await openTestApp(), await openTestApp()]
  const picture = await here.call('media.add', fileOf('folder/img/rope.png'))
  await here.call('posts.save', { text: 'With a picture', media: [{ mediaId: picture.id }] })
  const { source, job } = await bringOver(here, there)
  expect(job.failure?.message).toContain('rope.png')
  const checked = await there.call('imports.check', { importId: source.importId, plan: planFor(source) })
  expect(checked.rows[0]?.problems.map(({ code }) => code)).toEqual(['media-missing'])
})

test('a table for spreadsheets holds no formulas, and can be read back', async () => {
  const t = await openTestApp()
  await addAccount(t, 'Alice')
  for (const text of ['=1+1', '@SUM(A1)', '+49 is Germany', '- a list', 'Plain "words", two\nlines']) {
    await t.call('posts.save', { text })
  }
  const { data, mime, posts } = await t.call('exports.write', { format: 'csv' })
  expect({ mime, posts }).toEqual({ mime: 'text/csv', posts: 5 })
  const text = Buffer.from(data, 'base64').toString('utf8')
  const cells = text.split(/\r\n|,(?=")/)
  expect(cells.filter((cell) => /^"?[=+@-]/.test(cell))).toEqual([])
  const source = await read(t, { name: 'posts.csv', data })
  expect(source.columns.map(({ field }) => field).slice(0, 6)).toEqual([
    'text',
    'when',
    'zone',
    'accounts',
    'tags',
    'media',
  ])
  expect(source.rows).toBe(5)
})

test('an export holds what the filter leaves', async () => {
  const t = await openTestApp()
  const alice = await addAccount(t, 'Alice')
  await t.call('posts.save', { text: 'Draft' })
  await t.call('posts.save', { text: 'Set', targets: [{ accountId: alice }], when: { kind: 'in', seconds: 3600 } })
  expect((await t.call('exports.write', { format: 'json', statuses: ['scheduled'] })).posts).toBe(1)
  expect((await t.call('exports.write', { format: 'json', search: 'draft' })).posts).toBe(1)
  expect((await t.call('exports.write', { format: 'json' })).posts).toBe(2)
})
