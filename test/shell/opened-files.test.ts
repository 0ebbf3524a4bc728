import { mkdir, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { createOpenedFiles } from '../../src-main/shell/opened-files.ts'
import { readOpeningWords } from '../../src-main/shell/opening-words.ts'
import { temporaryFolder } from './temporary-folder.ts'

const APP = '/opt/posthorn'

const folderOfPosts = async () => {
  const folder = join(await temporaryFolder(), 'news')
  await mkdir(join(folder, 'img'), { recursive: true })
  await mkdir(join(folder, '.git'))
  await writeFile(join(folder, 'pier.md'), '# The pier\n')
  await writeFile(join(folder, 'img', 'pier.png'), 'a picture')
  await writeFile(join(folder, '.git', 'config'), 'not for anyone')
  await symlink(folder, join(folder, 'again'))
  return folder
}

test('files are told by id and name, each once, and their bytes and paths are had by the id alone', async () => {
  const folder = await folderOfPosts()
  const path = join(folder, 'pier.md')
  const files = createOpenedFiles()
  expect(await files.note([path])).toBe(true)
  const [opened, ...others] = files.take()
  expect(opened).toEqual({ openedId: expect.any(String), name: 'pier.md', size: 11 })
  expect(others).toEqual([])
  expect(files.take()).toEqual([])
  expect(files.pathOf(opened?.openedId ?? '')).toBe(path)
  expect(files.pathOf(path)).toBeNull()
  const read = await files.read(opened?.openedId ?? '')
  expect(read).toEqual({ ok: true, value: Buffer.from('# The pier\n').toString('base64') })
  expect(await files.read(path)).toMatchObject({ ok: false, failure: { code: 'media-unreadable' } })
})

test('a folder is all that lies in it by its path there, but for what is hidden, and never in circles', async () => {
  const files = createOpenedFiles()
  await files.note([await folderOfPosts()])
  expect(files.take().map(({ name }) => name)).toEqual(['news/img/pier.png', 'news/pier.md'])
})

test('what is not there is nothing to open', async () => {
  const files = createOpenedFiles()
  expect(await files.note([join(await temporaryFolder(), 'gone.csv')])).toBe(false)
  expect(files.take()).toEqual([])
})

test('the words of a start are files that are there, by path or address, and links; flags and Posthorn itself are none', async () => {
  const folder = await folderOfPosts()
  const words = ['posthorn', APP, '--hidden', 'pier.md', pathToFileURL(join(folder, 'img')).href, 'gone.md', '']
  expect(readOpeningWords([...words, 'posthorn://compose?text=Hello'], folder, APP)).toEqual({
    text: 'Hello',
    paths: [join(folder, 'pier.md'), join(folder, 'img')],
  })
  expect(readOpeningWords(['posthorn'], folder, APP)).toEqual({ text: null, paths: [] })
  expect(readOpeningWords(['posthorn', 'file:no-such%'], folder, APP)).toEqual({ text: null, paths: [] })
})
