import { join } from 'node:path'
import { type AppBskyFeedPost, AtpAgent } from '@atproto/api'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import type { Output } from '../../../src-preload/contract/methods.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import { type Pds, type PdsAccount, startPds } from '../../servers/pds.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { posthorn, startServer } from './command-line.ts'

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let pds: Pds
let alice: PdsAccount
let reader: AtpAgent

beforeAll(async () => {
  pds = await startPds()
  alice = await pds.createAccount('alice.test', 'a long password')
  reader = new AtpAgent({ service: pds.url })
  await reader.login({ identifier: 'alice.test', password: 'a long password' })
})
afterAll(() => pds?.close())

const ADD = ['accounts', 'add', 'bluesky', '--name', 'Alice', '--set', 'identifier=alice.test']

const addAlice = (home: string, secret = alice.appPassword) =>
  posthorn(home, [...ADD, '--set', `service=${pds.url}`, '--secret-env', 'BSKY_PASSWORD'], {
    env: { BSKY_PASSWORD: secret },
  })

/** What stands on the server, the latest first. */
const standing = async () => {
  const { data } = await reader.com.atproto.repo.listRecords({ repo: alice.did, collection: 'app.bsky.feed.post' })
  return data.records.map(({ uri, value }) => ({ uri, ...(value as AppBskyFeedPost.Record) }))
}

const countOf = async (text: string) => (await standing()).filter((record) => record.text === text).length

test('connects an account after a live check and stores nothing when the password is wrong', async () => {
  const home = await temporaryFolder()
  const wrong = await addAlice(home, 'wrong')
  expect(wrong).toMatchObject({ code: 1, stdout: '' })
  expect(wrong.stderr).toMatch(/^\S.+\. \S.+\n$/)
  const { entries } = (await posthorn(home, ['accounts', 'list', '--json'])).json as Output<'accounts.list'>
  expect(entries.map(({ name }) => name)).toEqual(['My posts'])

  const added = await addAlice(home)
  expect(added).toMatchObject({ code: 0, stderr: '', stdout: 'Connected Alice (bluesky: alice.test).\n' })
  const piped = [...ADD.with(4, 'Again'), '--set', `service=${pds.url}`, '--secret-stdin', '--json']
  const again = await posthorn(home, piped, { stdin: `${alice.appPassword}\n` })
  expect(again.json).toMatchObject({ name: 'Again', connection: 'valid', identity: 'alice.test' })
  expect(again.stdout).not.toContain(alice.appPassword)
})

test('publishes at once to the folder and to the server, picture included', async () => {
  const home = await temporaryFolder()
  await addAlice(home)
  await posthorn(home, ['accounts', 'add', 'folder', '--name', 'My site', '--set', `path=${join(home, 'site')}`])
  const picture = join(home, 'door.png')
  await sharp({ create: { width: 40, height: 30, channels: 3, background: 'red' } }).toFile(picture)
  const line = ['post', 'Hello from the terminal', '--to', 'My site', '--to', 'Alice', '--media', picture]
  const ended = await posthorn(home, [...line, '--alt', 'A red door', '--now', '--json'])
  expect(ended).toMatchObject({ code: 0, stderr: '' })
  const post = ended.json as Post
  expect(post.items.map(({ state }) => state)).toEqual(['published', 'published'])
  const remote = post.items.find(({ channel }) => channel === 'bluesky')?.remote
  const record = (await standing()).find(({ text }) => text === 'Hello from the terminal')
  expect(record).toMatchObject({ uri: remote?.id, embed: { images: [{ alt: 'A red door' }] } })
})

test('sends what was scheduled while nothing ran, once the server runs', async () => {
  const home = await temporaryFolder()
  await addAlice(home)
  const later = await posthorn(home, ['post', 'A second later', '--to', 'alice', '--in', '1s'])
  expect(later.stdout).toContain('It is sent once the Posthorn app or "posthorn serve" runs.')
  const server = await startServer(home)
  await vi.waitFor(async () => expect(await countOf('A second later')).toBe(1), { timeout: 60_000, interval: 500 })
  expect(await server.end('SIGTERM')).toBe(0)
  const { entries } = (await posthorn(home, ['items', '--json'])).json as Output<'items.list'>
  expect(entries).toMatchObject([{ state: 'published', attempts: 1 }])
})

test('waits while the server of the account is down, and sends it once when it is back', async () => {
  const home = await temporaryFolder()
  await addAlice(home)
  await pds.stop()
  const held = await posthorn(home, ['post', 'After the outage', '--to', 'Alice', '--now', '--json'])
  expect(held.code).toBe(1)
  const { post } = held.json as { post: Post }
  expect(held.json).toMatchObject({
    failure: { code: 'unreachable' },
    post: { items: [{ state: 'waiting', waiting: { reason: 'unreachable' } }] },
  })
  await pds.restart()
  const sent = await posthorn(home, ['retry', post.id])
  expect([sent.code, sent.stderr]).toEqual([0, ''])
  expect(sent.stdout).toMatch(/^ACCOUNT +STATE +LINK +ID\nAlice +published +https:/)
  expect(await countOf('After the outage')).toBe(1)
  expect((await posthorn(home, ['unpublish', post.id])).code).toBe(0)
  expect(await countOf('After the outage')).toBe(0)
})
