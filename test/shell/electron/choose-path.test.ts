import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test, vi } from 'vitest'
import type { BrowserWindow, OpenDialogOptions, SaveDialogOptions } from 'electron'
import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Output } from '../../../src-preload/contract/methods.ts'
import { openPosthorn } from '../../../src-main/shell/compose.ts'
import { chooseFile, chooseFolder, type Dialogs } from '../../../src-main/shell/electron/choose-path.ts'
import { temporaryFolder } from '../temporary-folder.ts'

const WINDOW = {} as BrowserWindow

/** The system's dialogs with a person before them who answers so; null: who closes them. */
const answering = (path: string | null) => {
  const asked: (OpenDialogOptions | SaveDialogOptions)[] = []
  const dialogs = {
    showOpenDialog: async (_: unknown, options: OpenDialogOptions) => {
      asked.push(options)
      return { canceled: path === null, filePaths: path === null ? [] : [path] }
    },
    showSaveDialog: async (_: unknown, options: SaveDialogOptions) => {
      asked.push(options)
      return { canceled: path === null, filePath: path ?? '' }
    },
  } as Dialogs
  return { dialogs, asked }
}

test('each question has its own dialog, and closing it is no answer', async () => {
  const { dialogs, asked } = answering('/somewhere')
  expect(await chooseFolder(dialogs, WINDOW)).toBe('/somewhere')
  expect(await chooseFile(dialogs, WINDOW, { purpose: 'read' })).toBe('/somewhere')
  expect(await chooseFile(dialogs, WINDOW, { purpose: 'write' })).toBe('/somewhere')
  // Whatever else the page says: it can only be asked for one that is there.
  expect(await chooseFile(dialogs, WINDOW, null)).toBe('/somewhere')
  expect(asked).toEqual([
    { properties: ['openDirectory', 'createDirectory'] },
    { properties: ['openFile'] },
    { defaultPath: 'posthorn.age' },
    { properties: ['openFile'] },
  ])
  const closed = answering(null)
  expect(await chooseFolder(closed.dialogs, WINDOW)).toBeNull()
  expect(await chooseFile(closed.dialogs, WINDOW, { purpose: 'read' })).toBeNull()
  expect(await chooseFile(closed.dialogs, WINDOW, { purpose: 'write' })).toBeNull()
})

test('everything is exported to where the person said in the system’s dialog, and only there', async () => {
  const folder = await temporaryFolder()
  const home = join(folder, 'data')
  const posthorn = await openPosthorn({
    home,
    kind: 'desktop',
    version: '1.2.3',
    keychain: null,
    notifier: { notify: () => {} },
    network: { isOnline: () => true },
  })
  onTestFinished(posthorn.close)
  const wanted = join(folder, 'of my own.age')
  const path = await chooseFile(answering(wanted).dialogs, WINDOW, { purpose: 'write' })
  expect(await posthorn.app.gate('archive.export', { path })).toMatchObject({ ok: true })
  await vi.waitFor(async () => {
    const reply = (await posthorn.app.gate('archive.job', {})) as Reply<Output<'archive.job'>>
    expect(reply).toMatchObject({ ok: true, value: { job: { state: 'done' } } })
  }, 10_000)
  expect(readFileSync(wanted).includes('posthorn.db')).toBe(true)
  expect(existsSync(join(folder, 'posthorn.age'))).toBe(false)
  // A dialog that was closed is no path, and nothing is written.
  const none = await chooseFile(answering(null).dialogs, WINDOW, { purpose: 'write' })
  expect(await posthorn.app.gate('archive.export', { path: none })).toMatchObject({ ok: false })
})
