import { finished } from 'node:stream/promises'
import type { Command } from 'commander'
import type { Input, MethodName } from '../../../../src-preload/contract/methods.ts'
import type { Item } from '../../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../../src-preload/contract/model/post.ts'
import type { Visit } from '../../../api/mcp/run-tool.ts'
import type { Gate } from '../../../core/gate.ts'
import { Refusal } from '../../../core/refusal.ts'
import { homeOf, withExamples } from '../act.ts'
import type { Caller } from '../caller/caller.ts'
import { packageVersion } from '../package-version.ts'

/** `posthorn mcp`: Posthorn for an assistant that starts programs of its own. */
export const declareMcp = (program: Command): void => {
  withExamples(
    program
      .command('mcp')
      .description('let an assistant look and write drafts: the Model Context Protocol on standard input and output'),
    'mcp',
    '--home ~/posthorn mcp',
  ).action((_flags: object, command: Command) => serveAssistant(homeOf(command)))
}

/** Serves until the assistant closes standard input. Nothing but the protocol is written to standard output. */
const serveAssistant = async (home: string): Promise<void> => {
  const { serveStdio } = await import('@modelcontextprotocol/server/stdio')
  const { createMcpServer } = await import('../../../api/mcp/mcp-server.ts')
  const { visit, over } = createVisits(home)
  const version = packageVersion()
  const serving = serveStdio(() => createMcpServer(visit, version), {
    onerror: (error) => process.stderr.write(`${error.message}\n`),
  })
  await finished(process.stdin, { writable: false }).catch(() => {})
  await serving.close()
  await over()
}

/**
 * Reaches Posthorn anew for each call, so that the app can be opened and quit while an assistant is connected: nobody
 * holds the data folder for longer than a call takes. One call at a time.
 */
const createVisits = (home: string): { visit: Visit; over(): Promise<void> } => {
  let last: Promise<unknown> = Promise.resolve()

  const reachFor = async <T>(work: Parameters<Visit>[0]): Promise<T> => {
    const { reach } = await import('../caller/reach.ts')
    const { permissionOf } = await import('../../../api/mcp/permission.ts')
    const caller = await reach(home)
    try {
      const gate = gateTo(caller)
      return (await work(gate, await permissionOf(gate))) as T
    } finally {
      await caller.close()
    }
  }

  return {
    visit: (work) => {
      const mine = last.then(() => reachFor<Awaited<ReturnType<typeof work>>>(work))
      last = mine.catch(() => {})
      return mine
    },
    over: async () => void (await last),
  }
}

const gateTo =
  (caller: Caller): Gate =>
  async (method, input) => {
    try {
      const value = await caller.call(method as MethodName, input as Input<MethodName>)
      return { ok: true, value: caller.attended ? value : await sent(caller, method, value) }
    } catch (error) {
      if (error instanceof Refusal) return { ok: false, failure: error.failure }
      throw error
    }
  }

/** Where nothing runs that would send it, what is due now is sent before the call is answered. */
const sent = async (caller: Caller, method: string, value: unknown): Promise<unknown> => {
  if (method === 'posts.schedule') {
    const { id, items } = value as Post
    await caller.settle(items.filter(isDue).map((item) => item.id))
    return caller.call('posts.get', { postId: id })
  }
  if (method === 'items.retry' || method === 'items.reschedule') {
    const item = value as Item
    if (isDue(item)) await caller.settle([item.id])
    return caller.call('items.get', { itemId: item.id })
  }
  return value
}

const isDue = ({ nextAt }: Item): boolean => nextAt !== null && Date.parse(nextAt) <= Date.now()
