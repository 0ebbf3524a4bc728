import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect } from 'vitest'
import { cleanEnvironment, ended, startPlainly } from './kit/desktop.ts'
import { journey } from './kit/journey.ts'
import { DIALOG_NOTES } from './kit/watch.ts'

const CLI = join(import.meta.dirname, '../../src-main/shell/node/cli.ts')

/** Starts Posthorn where it must refuse to; what the person was told, and the exit code. */
const startInVain = async (home: string, notes: string) => {
  const { code } = await startPlainly({
    home,
    flags: ['-r', DIALOG_NOTES],
    env: { POSTHORN_DIALOGS: notes },
  })
  const told = (await readFile(notes, 'utf8')).trim().split('\n')
  return { code, told: told.map((line) => JSON.parse(line) as { message: string; detail: string; buttons: string[] }) }
}

journey('a database from a newer Posthorn is left alone, and the person told', async ({ home, start }) => {
  await (await start()).quit()
  const file = join(home, 'posthorn.db')
  const database = new Database(file)
  database.pragma('user_version = 100000')
  database.close()
  const before = await readFile(file)

  const { code, told } = await startInVain(home, join(home, 'told'))
  expect(code).toBe(1)
  expect(told).toHaveLength(1)
  expect(told[0]).toMatchObject({ message: expect.stringMatching(/newer/i), buttons: ['Quit'] })
  expect(told[0]?.detail).not.toBe('')
  expect((await readFile(file)).equals(before)).toBe(true)
})

journey('a file that is no database is left alone, and the person told', async ({ home }) => {
  const file = join(home, 'posthorn.db')
  await writeFile(file, 'These are not the posts you are looking for. '.repeat(200))
  const before = await readFile(file)

  const { code, told } = await startInVain(home, join(home, 'told'))
  expect(code).toBe(1)
  expect(told).toHaveLength(1)
  expect(told[0]?.message).toMatch(/posthorn\.db|database/i)
  expect(told[0]?.buttons).toEqual(['Keep what can be read', 'Quit'])
  expect((await readFile(file)).equals(before)).toBe(true)
})

journey('a data folder that cannot be written is named, and how to choose another', async ({ home }) => {
  await writeFile(join(home, 'no-folder'), '')
  const { code, told } = await startInVain(join(home, 'no-folder', 'Posthorn'), join(home, 'told'))
  expect(code).toBe(1)
  expect(told).toHaveLength(1)
  expect(told[0]?.message).toContain(join(home, 'no-folder'))
  expect(told[0]?.detail).toContain('POSTHORN_HOME')
})

journey('a folder that "posthorn serve" holds is not shared, and the holder is named', async ({ home }) => {
  const server = spawn(process.execPath, [CLI, 'serve', '--home', home, '--port', '0', '--json'], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  try {
    await once(server.stdout, 'data')
    const { code, told } = await startInVain(home, join(home, 'told'))
    expect(code).toBe(1)
    expect(told).toHaveLength(1)
    expect(told[0]?.message).toContain('posthorn serve')
    expect(told[0]?.message).toContain(String(server.pid))
  } finally {
    server.kill('SIGTERM')
    await ended(server)
  }
})

journey('a second start shows the window of the first and ends', async ({ home, start }) => {
  const desktop = await start()
  await desktop.page.getByRole('textbox', { name: 'Post text' }).waitFor()
  await desktop.closeWindow()
  expect(await desktop.isOnScreen()).toBe(false)
  expect(await startPlainly({ home })).toMatchObject({ code: 0 })
  await expect.poll(desktop.isOnScreen).toBe(true)
})

journey(
  'all that Posthorn writes is in its data folder, and the token for commands is for its owner alone',
  async ({ home, start }) => {
    const desktop = await start()
    await desktop.page.getByRole('textbox', { name: 'Post text' }).waitFor()
    expect(await desktop.electron.evaluate(({ app }) => app.getPath('userData'))).toBe(join(home, 'chromium'))
    await expect.poll(() => readdir(home)).toEqual(expect.arrayContaining(['chromium', 'posthorn.db', 'owner.json']))

    const command = spawn(process.execPath, [CLI, 'status', '--home', home, '--json'], {
      env: cleanEnvironment(),
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let said = ''
    command.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
    await ended(command)
    expect(command.exitCode).toBe(0)
    expect(JSON.parse(said)).toMatchObject({ owner: 'desktop' })
    expect((await stat(join(home, 'owner.json'))).mode & 0o777).toBe(0o600)
  },
)
