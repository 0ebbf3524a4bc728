import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { failedInEnglish } from '../../../src-main/core/refusal.ts'
import { showFile } from '../../../src-main/shell/electron/show-file.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** An account's folder with a post in it, and a file beside it that is nobody's business. */
const setUp = async () => {
  const home = await temporaryFolder()
  const path = join(home, 'My posts')
  const file = join(path, '2026-11-22-hello world.md')
  const beside = join(home, 'private.md')
  await mkdir(path)
  await writeFile(file, 'Hello')
  await writeFile(beside, 'Mine')
  const accounts = [{ id: 'acc_1', settings: { path } }]
  const published = (url: string | null, change: object = {}) => ({
    accountId: 'acc_1',
    state: 'published',
    unpublishedAt: null,
    remote: { id: '1', url },
    ...change,
  })
  /** What comes of showing an item that is so; `shown`: what the system was asked to show. */
  const show = async (item: object | null) => {
    const shown: string[] = []
    const gate = async (method: string) => {
      if (method === 'accounts.list') return { ok: true as const, value: { entries: accounts } }
      return item === null
        ? { ok: false as const, failure: failedInEnglish('not-found', 'There is no such item.', 'Look in the queue.') }
        : { ok: true as const, value: item }
    }
    const reply = await showFile({ gate }, { itemId: 'itm_1', path: beside }, (one) => void shown.push(one))
    return { code: reply.ok ? null : reply.failure.code, shown }
  }
  return { path, file, beside, published, show, urlOf: (one: string) => pathToFileURL(one).href }
}

test('shows the file that a post was published as', async () => {
  const { file, published, show, urlOf } = await setUp()
  expect(await show(published(urlOf(file)))).toEqual({ code: null, shown: [file] })
})

test('shows nothing outside of the account’s folder, however it is reached', async () => {
  const { path, beside, published, show, urlOf } = await setUp()
  await symlink(beside, join(path, 'link.md'))
  const urls = [
    urlOf(beside),
    urlOf(path),
    urlOf(join(path, 'link.md')),
    `${urlOf(path)}/../private.md`,
    `${urlOf(path)}/%2e%2e/private.md`,
    `${urlOf(path)}/..%2fprivate.md`,
    'file://server/share/a.md',
    'https://example.org/1',
    '/etc/hostname',
    null,
  ]
  for (const url of urls) expect(await show(published(url))).toEqual({ code: 'not-found', shown: [] })
})

test('shows no folder, nothing that is gone, and nothing of an item that is not published there', async () => {
  const { path, file, published, show, urlOf } = await setUp()
  await mkdir(join(path, 'feeds'))
  const not = { code: 'not-found', shown: [] }
  expect(await show(published(urlOf(join(path, 'feeds'))))).toEqual(not)
  expect(await show(published(urlOf(join(path, 'gone.md'))))).toEqual(not)
  expect(await show(published(urlOf(file), { state: 'scheduled' }))).toEqual(not)
  expect(await show(published(urlOf(file), { unpublishedAt: '2026-11-22T09:00:00Z' }))).toEqual(not)
  expect(await show(published(urlOf(file), { accountId: 'acc_2' }))).toEqual(not)
  expect(await show(published(urlOf(file), { remote: null }))).toEqual(not)
  expect(await show(null)).toEqual(not)
})
