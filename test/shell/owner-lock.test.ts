import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { access, chmod, mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { findOwner } from '../../src-main/shell/owner-card.ts'
import { takeOwnership } from '../../src-main/shell/owner-lock.ts'
import { temporaryFolder } from './temporary-folder.ts'

const HOLD_FOLDER = fileURLToPath(new URL('./hold-folder.ts', import.meta.url))

const holdInAnotherProcess = async (home: string, kind: 'serve' | 'cli'): Promise<ChildProcess> => {
  const child = spawn(process.execPath, [HOLD_FOLDER, home, kind], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const [said] = await once(child.stdout, 'data')
  expect(String(said)).toBe('held\n')
  return child
}

const killed = async (child: ChildProcess) => {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

test('takes a folder that is not there yet, and leaves its card for this person alone', async () => {
  const home = join(await temporaryFolder(), 'new', 'data')
  const ownership = await takeOwnership(home, 'serve')
  expect(await findOwner(home)).toMatchObject({ kind: 'serve', pid: process.pid, url: null, token: null })
  if (process.platform !== 'win32') {
    expect((await stat(home)).mode & 0o777).toBe(0o700)
    expect((await stat(join(home, 'owner.json'))).mode & 0o777).toBe(0o600)
  }
  await ownership.release()
})

test('refuses a second owner at once and names the first', async () => {
  const home = await temporaryFolder()
  const child = await holdInAnotherProcess(home, 'serve')
  const since = (await findOwner(home))?.startedAt
  await expect(takeOwnership(home, 'desktop')).rejects.toMatchObject({
    failure: {
      code: 'data-folder-held',
      message: `The data folder ${home} is in use by "posthorn serve" (process ${child.pid}, since ${since}).`,
    },
  })
})

test('refuses a second owner within one process as well', async () => {
  const home = await temporaryFolder()
  const ownership = await takeOwnership(home, 'desktop')
  await expect(takeOwnership(home, 'serve')).rejects.toMatchObject({ failure: { code: 'data-folder-held' } })
  await ownership.release()
})

test('is free again after its owner was killed, whatever card that left', async () => {
  const home = await temporaryFolder()
  await killed(await holdInAnotherProcess(home, 'serve'))
  await access(join(home, 'owner.json'))
  expect(await findOwner(home)).toBeUndefined()
  const ownership = await takeOwnership(home, 'desktop')
  expect(await findOwner(home)).toMatchObject({ kind: 'desktop', pid: process.pid })
  await ownership.release()
})

test('waits for another command, which ends soon', async () => {
  const home = await temporaryFolder()
  const child = await holdInAnotherProcess(home, 'cli')
  const taking = takeOwnership(home, 'cli')
  await killed(child)
  const ownership = await taking
  expect(await findOwner(home)).toMatchObject({ kind: 'cli', pid: process.pid })
  await ownership.release()
})

test('tells where the owner can be spoken to, and takes it back', async () => {
  const home = await temporaryFolder()
  const ownership = await takeOwnership(home, 'serve')
  await ownership.announce({ url: 'http://127.0.0.1:8123', token: 'abc' })
  expect(await findOwner(home)).toMatchObject({ url: 'http://127.0.0.1:8123', token: 'abc' })
  await ownership.announce(null)
  expect(await findOwner(home)).toMatchObject({ url: null, token: null })
  await ownership.release()
})

test('lets the folder go once, however often it is asked', async () => {
  const home = await temporaryFolder()
  const first = await takeOwnership(home, 'serve')
  await first.release()
  const second = await takeOwnership(home, 'serve')
  await first.release()
  expect(await findOwner(home)).toMatchObject({ kind: 'serve' })
  await expect(takeOwnership(home, 'serve')).rejects.toMatchObject({ failure: { code: 'data-folder-held' } })
  await second.release()
  expect(await findOwner(home)).toBeUndefined()
})

test('reads no owner from a card that makes no sense', async () => {
  const home = await temporaryFolder()
  await writeFile(join(home, 'owner.json'), '{"kind":"serve","pid":"many"}')
  expect(await findOwner(home)).toBeUndefined()
})

test('refuses a lock file that is something else', async () => {
  const home = await temporaryFolder()
  await writeFile(join(home, 'owner.lock'), 'x'.repeat(4096))
  await expect(takeOwnership(home, 'serve')).rejects.toMatchObject({ failure: { code: 'database-unreadable' } })
  expect(await readFile(join(home, 'owner.lock'), 'utf8')).toBe('x'.repeat(4096))
})

test('refuses a data folder in a place that is a file', async () => {
  const file = join(await temporaryFolder(), 'file')
  await writeFile(file, '')
  await expect(takeOwnership(join(file, 'data'), 'serve')).rejects.toMatchObject({
    failure: { code: 'database-read-only' },
  })
})

// A superuser may write everywhere, and Windows keeps permissions elsewhere.
test.skipIf(process.platform === 'win32' || process.getuid?.() === 0)(
  'refuses a folder that cannot be written',
  async () => {
    const home = join(await temporaryFolder(), 'locked')
    await mkdir(home)
    await chmod(home, 0o500)
    await expect(takeOwnership(home, 'serve')).rejects.toMatchObject({ failure: { code: 'database-read-only' } })
  },
)
