import { access, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { Output } from '../../../src-preload/contract/methods.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { posthorn, startServer } from './command-line.ts'

vi.setConfig({ testTimeout: 60_000 })

test('prints where it is, and answers there with the token alone', async () => {
  const { url, token, end } = await startServer(await temporaryFolder())
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
  expect(Buffer.from(token, 'base64url')).toHaveLength(32)
  const ask = (headers: Record<string, string>) =>
    fetch(`${url}/rpc/status.get`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', ...headers },
      body: '{}',
    })
  expect((await ask({})).status).toBe(401)
  const answer = await ask({ Authorization: `Bearer ${token}` })
  expect(await answer.json()).toMatchObject({ ok: true, value: { owner: 'serve', http: { url, failure: null } } })
  expect(await end('SIGTERM')).toBe(0)
})

test.for(['SIGINT', 'SIGTERM'] as const)('ends cleanly on %s and leaves no card behind', async (signal) => {
  const home = await temporaryFolder()
  const { end, pid } = await startServer(home)
  expect(JSON.parse(await readFile(join(home, 'owner.json'), 'utf8'))).toMatchObject({ kind: 'serve', pid })
  expect(await end(signal)).toBe(0)
  await expect(access(join(home, 'owner.json'))).rejects.toThrow('ENOENT')
})

test('is refused where another serves, naming it', async () => {
  const home = await temporaryFolder()
  const { pid } = await startServer(home)
  const second = await posthorn(home, ['serve', '--port', '0'])
  expect(second).toMatchObject({ code: 1, stdout: '' })
  expect(second.stderr).toContain(`is in use by "posthorn serve" (process ${pid}, since`)
  const inJson = await posthorn(home, ['serve', '--port', '0', '--json'])
  expect(inJson.json).toMatchObject({ failure: { code: 'data-folder-held' } })
})

test('is refused on a port that is taken', async () => {
  const { url } = await startServer(await temporaryFolder())
  const home = await temporaryFolder()
  const second = await posthorn(home, ['serve', '--port', new URL(url).port])
  expect(second).toMatchObject({ code: 1, stdout: '' })
  expect(second.stderr).toBe(
    `Port ${new URL(url).port} is in use by another program. Choose another port; 0 takes a free one.\n`,
  )
  // The folder was let go again.
  expect((await posthorn(home, ['status', '--json'])).json).toMatchObject({ owner: 'cli' })
})

test('serves commands while it holds the folder, and sends what they schedule', async () => {
  const home = await temporaryFolder()
  const server = await startServer(home)
  expect((await posthorn(home, ['status', '--json'])).json).toMatchObject({ owner: 'serve' })

  const now = await posthorn(home, ['post', 'At once', '--to', 'My posts', '--now'])
  expect([now.code, now.stderr]).toEqual([0, ''])
  expect(now.stdout).toMatch(/My posts +published +file:\/\/\//)

  const soon = await posthorn(home, ['post', 'In a second', '--to', 'My posts', '--in', '1s'])
  expect(soon.stdout).toMatch(/^Scheduled for .*: pst_\w+\n$/)
  await vi.waitFor(
    async () => {
      const { json } = await posthorn(home, ['items', '--state', 'published', '--json'])
      const { entries } = json as Output<'items.list'>
      expect(entries.map(({ text }) => text)).toEqual(['In a second', 'At once'])
    },
    { timeout: 30_000, interval: 500 },
  )
  // One line for each notice, and none of it on standard output.
  expect(server.said()).toMatch(/^\S+Z published: .*At once\n\S+Z published: .*In a second\n$/)
  expect(await server.end('SIGTERM')).toBe(0)

  const { entries } = (await posthorn(home, ['items', '--json'])).json as Output<'items.list'>
  expect(entries.map(({ state }) => state)).toEqual(['published', 'published'])
})

test('leaves the folder free when it is killed, and goes on where it was', async () => {
  const home = await temporaryFolder()
  const { end } = await startServer(home)
  await posthorn(home, ['post', 'Later', '--to', 'My posts', '--in', '1d'])
  await end('SIGKILL')
  expect((await posthorn(home, ['status', '--json'])).json).toMatchObject({ owner: 'cli', counts: { scheduled: 1 } })
  const again = await startServer(home)
  expect((await posthorn(home, ['status', '--json'])).json).toMatchObject({ owner: 'serve', counts: { scheduled: 1 } })
  expect(await again.end('SIGINT')).toBe(0)
})

test('prints one link to the interface for a person', async () => {
  const home = await temporaryFolder()
  const serving = posthorn(home, ['serve'])
  const card = await vi.waitFor(
    async () => {
      const read = JSON.parse(await readFile(join(home, 'owner.json'), 'utf8')) as Record<string, string | null>
      expect(read['url']).not.toBeNull()
      return read
    },
    { timeout: 30_000, interval: 100 },
  )
  // The line comes after the card, so the server is asked once more before it is ended.
  await posthorn(home, ['status'])
  process.kill(Number(card['pid']), 'SIGTERM')
  expect(await serving).toMatchObject({ code: 0, stdout: `${card['url']}/#token=${card['token']}\n`, stderr: '' })
})
