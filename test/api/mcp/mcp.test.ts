import { expect, test } from 'vitest'
import { methods } from '../../../src-preload/contract/methods.ts'
import { READING } from '../../../src-preload/contract/reading.ts'
import type { Settings } from '../../../src-preload/contract/model/settings.ts'
import { TOOLS } from '../../../src-main/api/mcp/tools.ts'
import { makeKey, openApi, rpc, send } from '../open-api.ts'
import { ask, connectHttp, type Era } from './assistant.ts'

const open = async (era: Era = 'auto', kind: 'live' | 'test' = 'live') => {
  const { posthorn, door } = await openApi()
  const key = await makeKey(posthorn, kind)
  const client = await connectHttp(door.url, key, era)
  const { entries } = await value(rpc(door, 'accounts.list', {}), 'entries')
  const accountId = (entries as { id: string }[])[0]?.id ?? ''
  return {
    posthorn,
    door,
    key,
    client,
    accountId,
    allow: (assistants: Settings['assistants']) => rpc(door, 'settings.update', { assistants }),
    person: (method: string, input: unknown) => rpc(door, method, input).then((answer) => answer.json()),
  }
}

const value = async <K extends string>(answer: ReturnType<typeof rpc>, _key: K) =>
  ((await answer).json() as { value: Record<K, unknown> }).value

const draft = (text: string, accountId: string) => ({ text, targets: [{ accountId }] })
const idOf = ({ value }: { value: unknown }) => (value as { id: string }).id

test.for(['legacy', 'auto'] as const)('an assistant finds the tools and uses them (%s)', async (era) => {
  const { client, accountId, person } = await open(era)
  expect(client.getServerVersion()).toMatchObject({ name: 'posthorn' })
  const { tools } = await client.listTools()
  expect(tools.map(({ name }) => name)).toEqual(TOOLS.map(({ name }) => name))
  expect((await ask(client, 'list_accounts')).value).toMatchObject({ entries: [{ id: accountId, name: 'My posts' }] })
  const channels = JSON.stringify((await ask(client, 'list_channels')).value)
  expect(channels).toContain('"textLimit"')
  expect(channels).not.toContain('"glyph"')
  const { value } = await ask(client, 'check_post', draft('Hello', accountId))
  expect(value).toMatchObject({ targets: [{ accountId, parts: [{ text: 'Hello' }] }] })
  const saved = await ask(client, 'save_draft', draft('Hello', accountId))
  expect(saved).toMatchObject({ refused: false, value: { status: 'draft', text: 'Hello' } })
  expect(await person('posts.get', { postId: idOf(saved) })).toMatchObject({ ok: true, value: { text: 'Hello' } })
})

test('each tool says whether it only looks, and takes what the contract takes', async () => {
  const { client } = await open()
  const { tools } = await client.listTools()
  for (const [index, tool] of tools.entries()) {
    const { needs, destructive } = TOOLS[index] ?? {}
    expect(tool.annotations).toMatchObject({ readOnlyHint: needs === 'read', destructiveHint: destructive })
    expect(tool.inputSchema.type).toBe('object')
  }
  const schemaOf = (name: string) => tools.find((tool) => tool.name === name)?.inputSchema
  expect(Object.keys(schemaOf('list_posts')?.properties ?? {})).toEqual(Object.keys(methods['posts.list'].input.shape))
  expect(schemaOf('list_posts')?.required ?? []).toEqual([])
  expect(schemaOf('schedule_post')?.required).toEqual(['postId', 'when'])
  expect(Object.keys(schemaOf('save_draft')?.properties ?? {})).not.toContain('when')
})

test('no tool deals out secrets, changes settings or connects accounts', () => {
  const reached = new Set(TOOLS.map(({ method }) => method))
  for (const method of [
    'keys.list',
    'keys.create',
    'keys.revoke',
    'hooks.list',
    'hooks.save',
    'hooks.remove',
    'hooks.deliveries',
    'hooks.redeliver',
    'hooks.test',
    'settings.update',
    'accounts.add',
    'accounts.reconnect',
    'accounts.update',
    'accounts.disconnect',
    'items.settle',
    'writing.key',
    'relay.key',
    'relay.test',
  ] as const) {
    expect([method, reached.has(method)]).toEqual([method, false])
  }
})

test('by default drafts are written, but nothing is scheduled or published', async () => {
  const { client, accountId, person } = await open()
  const post = await ask(client, 'save_draft', draft('Hello', accountId))
  for (const [tool, more] of [
    ['publish_post', {}],
    ['schedule_post', { when: { kind: 'in', seconds: 60 } }],
    ['delete_post', {}],
  ] as const) {
    expect(await ask(client, tool, { postId: idOf(post), ...more })).toEqual({
      refused: true,
      value: {
        failure: {
          code: 'not-authorised',
          message: 'In this Posthorn assistants may only look and write drafts; publishing is switched off.',
          next: expect.stringContaining('posthorn settings set assistants=publish'),
        },
      },
    })
  }
  expect(await person('posts.get', { postId: idOf(post) })).toMatchObject({
    value: { status: 'draft', deletedAt: null },
  })
})

test('a scheduled post is not rewritten by who may only write drafts', async () => {
  const { client, accountId, person, allow } = await open()
  const post = await ask(client, 'save_draft', draft('Hello', accountId))
  const postId = idOf(post)
  expect((await ask(client, 'save_draft', { postId, text: 'Hello again' })).refused).toBe(false)
  await person('posts.schedule', { postId, when: { kind: 'in', seconds: 3_600 } })
  expect(await ask(client, 'save_draft', { postId, text: 'Something else' })).toMatchObject({
    refused: true,
    value: { failure: { code: 'not-authorised', message: expect.stringContaining('scheduled') } },
  })
  expect(await person('posts.get', { postId })).toMatchObject({ value: { text: 'Hello again' } })
  await allow('publish')
  expect((await ask(client, 'save_draft', { postId, text: 'Something else' })).refused).toBe(false)
})

test('a draft is not scheduled by what it carries', async () => {
  const { client, accountId, person } = await open()
  const smuggled = await ask(client, 'save_draft', { ...draft('Hello', accountId), when: { kind: 'now' } })
  expect(smuggled.refused).toBe(true)
  expect(await person('posts.list', {})).toMatchObject({ value: { entries: [] } })
})

test('what is allowed can be changed between two calls', async () => {
  const { client, accountId, allow } = await open()
  const post = await ask(client, 'save_draft', draft('Hello', accountId))
  const publish = () => ask(client, 'publish_post', { postId: idOf(post) })
  expect((await publish()).refused).toBe(true)
  await allow('publish')
  expect(await publish()).toMatchObject({ refused: false, value: { id: idOf(post), status: 'scheduled' } })
  await allow('read')
  expect((await ask(client, 'list_items')).refused).toBe(false)
  expect(await ask(client, 'save_draft', draft('More', accountId))).toMatchObject({
    value: { failure: { message: 'In this Posthorn assistants may only look; writing drafts is switched off.' } },
  })
  await allow('off')
  expect(await ask(client, 'list_items')).toMatchObject({
    refused: true,
    value: { failure: { message: 'Assistants are switched off in this Posthorn.' } },
  })
  await expect(client.readResource({ uri: 'posthorn://accounts' })).rejects.toThrow('Assistants are switched off')
})

test('the queue, the drafts and the accounts can be read as they are', async () => {
  const { client, accountId, person } = await open()
  await ask(client, 'save_draft', draft('A draft', accountId))
  const later = await ask(client, 'save_draft', draft('For later', accountId))
  await person('posts.schedule', { postId: idOf(later), when: { kind: 'in', seconds: 3_600 } })
  const { resources } = await client.listResources()
  expect(resources.map(({ uri }) => uri)).toEqual(['posthorn://queue', 'posthorn://drafts', 'posthorn://accounts'])
  const read = async (uri: string) => {
    const { contents } = await client.readResource({ uri })
    const [first] = contents
    return first && 'text' in first ? JSON.parse(first.text) : null
  }
  expect(await read('posthorn://queue')).toMatchObject({ entries: [{ text: 'For later', state: 'scheduled' }] })
  expect(await read('posthorn://drafts')).toMatchObject({ entries: [{ text: 'A draft' }] })
  expect(await read('posthorn://accounts')).toMatchObject({ entries: [{ id: accountId }] })
})

test('the prompt asks for a draft, and for no more', async () => {
  const { client } = await open()
  const { prompts } = await client.listPrompts()
  expect(prompts).toMatchObject([{ name: 'draft_post' }])
  const { messages } = await client.getPrompt({ name: 'draft_post', arguments: { about: 'our new shop' } })
  const [message] = messages
  const text = message?.content.type === 'text' ? message.content.text : ''
  expect(text).toContain('our new shop')
  expect(text).toContain('Do not schedule or publish it.')
})

test('what is asked wrongly or is not there is said so, and the connection goes on', async () => {
  const { client } = await open()
  expect((await ask(client, 'get_post', { postId: 'seven' })).refused).toBe(true)
  expect((await ask(client, 'list_posts', { surprise: true })).refused).toBe(true)
  expect(await ask(client, 'get_post', { postId: 'pst_0000000000' })).toMatchObject({
    refused: true,
    value: { failure: { code: 'not-found', next: expect.any(String) } },
  })
  await expect(client.callTool({ name: 'keys_create', arguments: {} })).rejects.toThrow('keys_create')
  expect((await ask(client, 'status')).refused).toBe(false)
})

test('the sandbox has posts of its own, and the same word on what assistants may do', async () => {
  const { client, allow, person } = await open('auto', 'test')
  const { value } = await ask(client, 'list_accounts')
  const accountId = (value as { entries: { id: string }[] }).entries[0]?.id ?? ''
  const post = await ask(client, 'save_draft', draft('Only a test', accountId))
  expect(await person('posts.list', {})).toMatchObject({ value: { entries: [] } })
  expect((await ask(client, 'publish_post', { postId: idOf(post) })).refused).toBe(true)
  await allow('publish')
  expect((await ask(client, 'publish_post', { postId: idOf(post) })).refused).toBe(false)
})

test('nobody comes in without a key, from another site, or by another name', async () => {
  const { door, key } = await open()
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} })
  const headers = {
    'Content-Type': 'application/json',
    Accept: 'application/json, text/event-stream',
    Authorization: `Bearer ${key}`,
  }
  const post = (more: Record<string, string>) => send(door, 'POST', '/mcp', { headers: { ...headers, ...more }, body })
  expect((await post({})).status).toBe(200)
  for (const wrong of ['', 'Bearer sk_live_wrong', `Bearer ${door.token}`]) {
    const answer = await post({ Authorization: wrong })
    expect([wrong, answer.status]).toEqual([wrong, 401])
    expect(answer.json()).toMatchObject({ jsonrpc: '2.0', error: { data: { code: 'not-authorised' } } })
  }
  expect((await post({ Host: 'evil.example' })).status).toBe(403)
  expect((await post({ Origin: 'https://evil.example' })).status).toBe(403)
  expect((await post({ 'Content-Type': 'text/plain' })).status).toBe(415)
})

test('many assistants at once each get their own answers', async () => {
  const { door, key, accountId } = await open()
  const clients = await Promise.all(Array.from({ length: 5 }, () => connectHttp(door.url, key, 'auto')))
  const texts = await Promise.all(
    clients.flatMap((client, index) =>
      [1, 2, 3].map(async (turn) => {
        const { value } = await ask(client, 'save_draft', draft(`${index}-${turn}`, accountId))
        return [`${index}-${turn}`, (value as { text: string }).text]
      }),
    ),
  )
  for (const [asked, got] of texts) expect(got).toBe(asked)
})

test('what an assistant may read with changes nothing; suggestions are only taken from their meter', () => {
  const read = TOOLS.filter(({ needs }) => needs === 'read').map(({ method }) => method)
  const changing = read.filter((method) => !READING.has(method))
  expect(changing.toSorted()).toEqual(['writing.post', 'writing.text'])
})
