import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent, type IncomingMessage, request } from 'node:http'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createDice, spread, timed } from './measure.ts'
import type { Row } from './report.ts'
import { postId, word } from './sample.ts'

/** Programs that ask at the same time, each one request after the other over a connection of its own. */
const CLIENTS = 16

type Ask = { verb: string; path: string; body?: unknown }

/** Requests per second and their spread over HTTP, on a data folder that is full; the server has a process of its own. */
export const measureHttp = async (folder: string, many: number, quick: boolean): Promise<Row[]> => {
  const server = spawn(process.execPath, [join(import.meta.dirname, 'http-child.ts'), folder], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  try {
    const [line] = (await once(createInterface(server.stdout), 'line')) as [string]
    const door = JSON.parse(line) as Door
    const dice = createDice(7)
    const times = quick ? 400 : 4_000
    const known = () => postId(Math.floor(dice() * many))
    return [
      await measure(door, 'get: GET /v1/posts/{postId}', times, () => ({ verb: 'GET', path: `/posts/${known()}` })),
      await measure(door, 'list: GET /v1/posts, 20 of them', times, () => ({ verb: 'GET', path: '/posts?limit=20' })),
      await measure(door, 'list: GET /v1/items, 20 published', times, () => ({
        verb: 'GET',
        path: '/items?limit=20&states=published',
      })),
      await measure(door, 'search: GET /v1/posts, 20 with a word', times, () => ({
        verb: 'GET',
        path: `/posts?limit=20&search=${word(Math.floor(2_000 ** dice()))}`,
      })),
      await measure(door, 'create: POST /v1/posts, a draft', times / 2, (number) => ({
        verb: 'POST',
        path: '/posts',
        body: { text: `Written over HTTP, number ${number}`, tags: ['bench'] },
      })),
    ]
  } finally {
    server.stdin.end()
    await once(server, 'exit')
  }
}

type Door = { url: string; key: string }

const measure = async (door: Door, what: string, times: number, next: (number: number) => Ask): Promise<Row> => {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  const durations: number[] = []
  // One list for all of them: each takes the next when it is free.
  const asks = Array.from({ length: times }, (_, index) => next(index + 1)).values()
  const client = async () => {
    for (const one of asks) durations.push((await timed(() => ask(door, agent, one))).ms)
  }
  await ask(door, agent, next(0))
  const { ms } = await timed(() => Promise.all(Array.from({ length: CLIENTS }, client)))
  agent.destroy()
  const { p50, p99, max } = spread(durations)
  const perSecond = durations.length / (ms / 1000)
  return {
    what: `HTTP ${what}, ${CLIENTS} clients`,
    result: `${Math.round(perSecond).toLocaleString('en')} /s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`,
    against: '',
    values: { perSecond, p50, p99, max },
  }
}

const ask = async ({ url, key }: Door, agent: Agent, { verb, path, body }: Ask): Promise<void> => {
  const sent = request(`${url}/v1${path}`, {
    agent,
    method: verb,
    headers: { Authorization: `Bearer ${key}`, ...(body === undefined ? {} : { 'Content-Type': 'application/json' }) },
  })
  sent.end(body === undefined ? undefined : JSON.stringify(body))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.resume()
  await once(answer, 'end')
  if ((answer.statusCode ?? 500) >= 300) throw new Error(`${verb} ${path} was answered with ${answer.statusCode}`)
}
