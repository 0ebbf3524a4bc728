import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readyFolder } from '../../../src-main/shell/electron/ready-folder.ts'
import { temporaryFolder } from '../temporary-folder.ts'

/** An account's folder with a post that lies ready in it, and a folder beside it that is nobody's business. */
const setUp = async () => {
  const home = await temporaryFolder()
  const path = join(home, 'To post')
  const folder = join(path, '2026-11-22-hello')
  const beside = join(home, 'private')
  await mkdir(folder, { recursive: true })
  await mkdir(beside)
  const accounts = [{ id: 'acc_1', settings: { path } }]
  const shown = (detail: string, change: object = {}) =>
    readyFolder(
      {
        accountId: 'acc_1',
        state: 'unconfirmed',
        failure: { code: 'by-hand', message: 'It is time.', next: 'Post it.', detail },
        ...change,
      },
      accounts,
    )
  return { path, folder, beside, shown }
}

test('shows the folder in which a post lies ready', async () => {
  const { folder, shown } = await setUp()
  expect(await shown(folder)).toBe(folder)
})

test('shows nothing outside of the account’s folder, however it is reached', async () => {
  const { path, beside, shown } = await setUp()
  await symlink(beside, join(path, 'link'))
  const ways = [beside, path, join(path, '..', 'private'), join(path, 'link'), '/', '2026-11-22-hello', '']
  expect(await Promise.all(ways.map((way) => shown(way)))).toEqual(ways.map(() => null))
})

test('shows no file, nothing that is gone, and nothing of an item that is not waiting for the person', async () => {
  const { path, folder, shown } = await setUp()
  await writeFile(join(path, 'file.sh'), 'echo')
  expect(await shown(join(path, 'file.sh'))).toBeNull()
  expect(await shown(join(path, 'gone'))).toBeNull()
  expect(await shown(folder, { state: 'published' })).toBeNull()
  expect(await shown(folder, { accountId: 'acc_2' })).toBeNull()
  const lost = { code: 'answer-lost', message: 'No answer.', next: 'Look.', detail: folder }
  expect(await shown(folder, { failure: lost })).toBeNull()
})
