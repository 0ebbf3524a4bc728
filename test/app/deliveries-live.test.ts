import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { openPosthorn } from '../../src-main/shell/compose.ts'
import { systemClock } from '../../src-main/shell/system-clock.ts'
import { openReceiver } from '../fixtures/receiver.ts'
import { temporaryFolder } from '../shell/temporary-folder.ts'

test('a whole Posthorn tells a webhook that a post is published, by the clock on the wall', async () => {
  const receiver = await openReceiver(systemClock)
  const { app, close } = await openPosthorn({
    home: join(await temporaryFolder(), 'data'),
    kind: 'serve',
    version: '1.2.3',
    keychain: null,
    notifier: { notify: () => {} },
    network: { isOnline: () => true },
  })
  onTestFinished(close)
  const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
    const reply = (await app.gate(method, input)) as Reply<Output<M>>
    if (!reply.ok) throw new Error(reply.failure.message)
    return reply.value
  }
  await app.start()
  const { secret } = await call('hooks.save', { url: receiver.url, events: ['post.published'] })
  const { entries } = await call('accounts.list', {})
  const targets = entries.map(({ id }) => ({ accountId: id }))
  const post = await call('posts.save', { text: 'Out now', targets, when: { kind: 'now' } })
  await expect.poll(() => receiver.received, { timeout: 20_000 }).toHaveLength(1)
  expect(receiver.verified(secret ?? '')).toMatchObject([
    {
      event: 'post.published',
      data: { post: { id: post.id, status: 'published' }, item: { remote: { url: expect.stringMatching(/^file:/) } } },
    },
  ])
  expect(receiver.received[0]?.headers['user-agent']).toBe('Posthorn/1.2.3')
})
