import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio'
import { expect, test, vi } from 'vitest'
import type { Output } from '../../../src-preload/contract/methods.ts'
import { takeOwnership } from '../../../src-main/shell/owner-lock.ts'
import { ask, createClient, type Era } from '../../api/mcp/assistant.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { CLI, posthorn, startServer } from './command-line.ts'

vi.setConfig({ testTimeout: 60_000 })

/** An assistant that starts `posthorn mcp` as its own program. */
const connect = async (home: string, era: Era = 'auto') => {
  const client = createClient(era)
  const transport = new StdioClientTransport({
    command: process.execPath,
    args: [CLI, '--home', home, 'mcp'],
    stderr: 'ignore',
  })
  await client.connect(transport)
  const { value } = await ask(client, 'list_accounts')
  const accountId = (value as Output<'accounts.list'>).entries[0]?.id ?? ''
  return { client, accountId }
}

const draft = (text: string, accountId: string) => ({ text, targets: [{ accountId }] })
const idOf = ({ value }: { value: unknown }) => (value as { id: string }).id
const allow = (home: string, level: string) => posthorn(home, ['settings', 'set', `assistants=${level}`])

test.for(['legacy', 'auto'] as const)('serves an assistant where nothing else runs (%s)', async (era) => {
  const home = await temporaryFolder()
  const { client, accountId } = await connect(home, era)
  expect((await client.listTools()).tools.length).toBeGreaterThan(20)
  const post = await ask(client, 'save_draft', draft('From an assistant', accountId))
  expect(post).toMatchObject({ refused: false, value: { status: 'draft' } })
  expect((await posthorn(home, ['status', '--json'])).json).toMatchObject({ owner: 'cli', counts: { draft: 1 } })
})

test('holds the data folder for a call alone, so that the app can start meanwhile', async () => {
  const home = await temporaryFolder()
  const { client, accountId } = await connect(home)
  await (await takeOwnership(home, 'desktop')).release()
  const server = await startServer(home)
  expect((await ask(client, 'status')).value).toMatchObject({ owner: 'serve' })
  const post = await ask(client, 'save_draft', draft('Through the server', accountId))
  expect(post.refused).toBe(false)
  await server.end('SIGTERM')
  expect((await ask(client, 'status')).value).toMatchObject({ owner: 'cli' })
  expect((await ask(client, 'get_post', { postId: idOf(post) })).value).toMatchObject({ text: 'Through the server' })
})

test('sends at once what is published where nothing else would send it', async () => {
  const home = await temporaryFolder()
  await allow(home, 'publish')
  const { client, accountId } = await connect(home)
  const post = await ask(client, 'save_draft', draft('Out now', accountId))
  const published = await ask(client, 'publish_post', { postId: idOf(post) })
  expect(published).toMatchObject({
    refused: false,
    value: { status: 'published', items: [{ state: 'published', remote: { url: expect.stringMatching(/^file:/) } }] },
  })
})

test('asks what is allowed at each call', async () => {
  const home = await temporaryFolder()
  const { client, accountId } = await connect(home)
  const post = await ask(client, 'save_draft', draft('Later', accountId))
  const schedule = () => ask(client, 'schedule_post', { postId: idOf(post), when: { kind: 'in', seconds: 3_600 } })
  expect(await schedule()).toMatchObject({ refused: true, value: { failure: { code: 'not-authorised' } } })
  await allow(home, 'publish')
  expect(await schedule()).toMatchObject({ refused: false, value: { status: 'scheduled' } })
  await allow(home, 'off')
  expect((await ask(client, 'status')).refused).toBe(true)
})

test('answers calls that come at once, each with its own', async () => {
  const home = await temporaryFolder()
  const { client, accountId } = await connect(home)
  const answers = await Promise.all(
    Array.from({ length: 8 }, (_, index) => ask(client, 'save_draft', draft(`Draft ${index}`, accountId))),
  )
  expect(answers.map(({ value }) => (value as { text: string }).text)).toEqual(
    answers.map((_, index) => `Draft ${index}`),
  )
})

test('ends when the assistant closes the line, and leaves nothing behind', async () => {
  const home = await temporaryFolder()
  const child = spawn(process.execPath, [CLI, '--home', home, 'mcp'], { stdio: 'pipe' })
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')])
  child.stdin.write('this is no message\n')
  child.stdin.write(
    `${JSON.stringify({
      jsonrpc: '2.0',
      id: 1,
      method: 'initialize',
      params: { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'raw', version: '1' } },
    })}\n`,
  )
  await once(child.stdout, 'readable')
  child.stdin.end()
  const [stdout, , [code]] = await ended
  expect(code).toBe(0)
  // Nothing but the protocol: every line is one of its messages.
  const lines = stdout.trimEnd().split('\n')
  expect(lines.map((line) => (JSON.parse(line) as { jsonrpc: string }).jsonrpc)).toEqual(lines.map(() => '2.0'))
  expect(stdout).toContain('"serverInfo"')
  await expect(access(join(home, 'owner.json'))).rejects.toThrow('ENOENT')
})
