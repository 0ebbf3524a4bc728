import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import type { Input, MethodName, Output } from '../../../src-preload/contract/methods.ts'
import { temporaryFolder } from '../temporary-folder.ts'
import { startServer } from './command-line.ts'

// There is no such signal on Windows.
test.skipIf(process.platform === 'win32')(
  'a server that stood still over due times sends each post once when it goes on, in their order',
  async () => {
    const home = await temporaryFolder()
    const { url, token, pid, end } = await startServer(home)
    const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
      const answer = await fetch(`${url}/rpc/${method}`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` },
        body: JSON.stringify(input),
      })
      const reply = (await answer.json()) as { ok: boolean; value: Output<M> }
      if (!reply.ok) throw new Error(JSON.stringify(reply))
      return reply.value
    }
    const [account] = (await call('accounts.list', {})).entries
    const texts = ['first', 'second', 'third']
    for (const [index, text] of texts.entries()) {
      const when = { kind: 'in', seconds: 1 + index / 10 } as const
      await call('posts.save', { text, targets: [{ accountId: account?.id ?? '' }], when })
    }
    process.kill(pid, 'SIGSTOP')
    await sleep(2000)
    process.kill(pid, 'SIGCONT')
    const published = async () => (await call('items.list', { states: ['published'], limit: 10 })).entries
    await expect.poll(async () => (await published()).length, { timeout: 5000 }).toBe(3)
    const inOrder = (await published()).toSorted((a, b) => (a.publishedAt ?? '').localeCompare(b.publishedAt ?? ''))
    expect(inOrder.map((item) => [item.text, item.attempts])).toEqual(texts.map((text) => [text, 1]))
    expect((await readdir(join(home, 'posts'))).filter((name) => name.endsWith('.md'))).toHaveLength(3)
    expect(await end('SIGTERM')).toBe(0)
  },
  20_000,
)
