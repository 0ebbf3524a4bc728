import { fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPds } from '../servers/pds.ts'
import { bundleForNode } from '../fixtures/bundle-for-node.ts'
import { isOnTheLine, planFor, POINTS, type Point } from './kill-plan.ts'
import { startKillingProxy } from './killing-proxy.ts'
import { standingInFolder, standingOnServer, type Standing } from './standing.ts'
import type { News, Orders } from './victim.ts'

/*
 * Ends Posthorn with SIGKILL at every point of the publish path, over and over, against a real Bluesky server and a real
 * folder, and counts what was lost or doubled. Each run first settles what the one before it left open.
 */

const { values } = parseArgs({
  options: {
    rounds: { type: 'string', default: '200' },
    seed: { type: 'string', default: '1' },
    json: { type: 'boolean' },
  },
})
const rounds = Number(values.rounds)

/** Repeatable dice (mulberry32). */
const dice = (seed: number) => () => {
  seed = (seed + 0x6d2b79f5) | 0
  let mixed = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}
const random = dice(Number(values.seed))

const epoch = Date.now()
const home = mkdtempSync(join(tmpdir(), 'posthorn-crash-'))
const folder = join(home, 'published')
const pds = await startPds()
const account = await pds.createAccount('alice.test', 'a long password')
const line = await startKillingProxy(pds.url)

const accounts: Orders['accounts'] = [
  { channel: 'folder', name: 'Folder', settings: { path: folder } },
  {
    channel: 'bluesky',
    name: 'Alice',
    settings: { service: line.url, identifier: account.handle },
    secret: account.appPassword,
  },
]

/** Texts each of which must stand once: a post's, or those of a thread's parts. */
const partsOf = (text: string): string[] => text.split('\n---\n')

const postsOf = (round: number): Orders['posts'] => [
  { text: `round ${round} plain.` },
  { text: [1, 2, 3].map((part) => `round ${round} part ${part}.`).join('\n---\n'), thread: true },
]

const accepted = new Set<string>()
const struck = new Map<Point, number>()
const trouble: string[] = []
let unconfirmed = 0

const victim = await bundleForNode(join(import.meta.dirname, 'victim.ts'), 'crash')
/** A run that is loaded and waits for its orders, so that the next one can begin as soon as this one has ended. */
const spare = () => fork(victim, [], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
let next = spare()

/** One run from its start to its end, by its own hand or ours. */
const runOnce = async (orders: Pick<Orders, 'posts' | 'plan'>): Promise<boolean> => {
  const child = next
  next = spare()
  child.send({ home, epoch, accounts, ...orders } satisfies Orders)
  let said = ''
  child.stderr?.on('data', (chunk: Buffer) => (said += String(chunk)))
  child.on('message', (news: News) => {
    if (news.kind === 'accepted') accepted.add(news.text)
    if (news.kind === 'settled') {
      unconfirmed += news.unconfirmed
      trouble.push(...news.unfinished)
      // Only what this run itself sends may be cut.
      if (orders.plan && isOnTheLine(orders.plan.point)) line.arm(orders.plan, () => child.kill('SIGKILL'))
    }
  })
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null]
  line.arm(null, () => {})
  if (signal !== 'SIGKILL' && code !== 0) throw new Error(`a run broke: ${code} ${said}`)
  return signal === 'SIGKILL'
}

const startedAt = Date.now()
for (let round = 0; round < rounds; round += 1) {
  const plan = planFor(round, random)
  if (await runOnce({ posts: postsOf(round), plan })) {
    struck.set(plan.point, (struck.get(plan.point) ?? 0) + 1)
  }
  if (!values.json && round % 20 === 19) console.log(`${round + 1} of ${rounds} rounds`)
}
await runOnce({ posts: [], plan: null })
next.kill()

/*
 * What was accepted must stand once everywhere. What was on its way in when the run ended may stand or not, but never
 * twice, and never in part.
 */
const asked = Array.from({ length: rounds }, (_, round) => postsOf(round)).flat()
const texts = asked.flatMap(({ text = '' }) => partsOf(text))
let lost = 0
let doubled = 0
const judge = (where: string, standing: Standing, wholes: (text: string) => string[]) => {
  for (const { text = '' } of asked) {
    const counts = wholes(text).map((part) => standing.get(part) ?? 0)
    if (counts.some((count) => count > 1)) {
      doubled += 1
      trouble.push(`doubled on ${where}: ${text}`)
    }
    const stands = counts.some((count) => count > 0)
    if ((accepted.has(text) || stands) && counts.includes(0)) {
      lost += 1
      trouble.push(`lost on ${where}: ${text}`)
    }
  }
}
judge('the server', await standingOnServer(pds.url, account), partsOf)
judge('the folder', await standingInFolder(folder, texts), (text) => partsOf(text))

await line.close()
await pds.close()
rmSync(home, { recursive: true, force: true })

if (!values.json) {
  console.table(Object.fromEntries(POINTS.map((point) => [point, { killed: struck.get(point) ?? 0 }])))
  console.log(
    `${[...struck.values()].reduce((sum, n) => sum + n, 0)} kills in ${Math.round((Date.now() - startedAt) / 1000)} s, ${accepted.size} posts accepted.`,
  )
}
for (const one of trouble) console.error(one)
console.log(JSON.stringify({ rounds, lost, doubled, unconfirmed }))
process.exitCode = lost + doubled + unconfirmed === 0 ? 0 : 1
