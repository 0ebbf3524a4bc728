import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import type { Clock, Log } from '../../src-main/core/ports.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { joinApp } from '../../src-main/shell/join-app.ts'
import { createKeyFileVault } from '../../src-main/shell/key-file-vault.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { startFlakyServers } from './flaky-servers.ts'
import { growthOf, plot, type Sample } from './plot.ts'

/*
 * The real core on a fast clock, publishing to servers that come and go, for so many simulated hours within so many real
 * minutes; and whether its memory, handles or timers grow. Writes the samples and a picture of them.
 */

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '30' },
    hours: { type: 'string', default: '24' },
    json: { type: 'boolean' },
  },
})
const REAL = Number(values.minutes) * 60_000
const SPEED = Math.max(1, (Number(values.hours) * 3_600_000) / REAL)
const ACCOUNTS = 8
const SERVERS = 4
/** Posts an hour on the fast clock, in all. */
const AN_HOUR = 60
const SAMPLES = 100
/** What is loaded and cached at first is no growth. */
const WARM_UP = 1 / 3
/** How much may be grown at the end of what is measured, as a line through all samples has it. */
const BOUNDS = { rssMb: 24, heapMb: 6, handles: 3, timers: 4 }
const ARTIFACTS = join(import.meta.dirname, '..', 'artifacts')

const startedAt = Date.now()
const clock: Clock = {
  now: () => Math.round(startedAt + (Date.now() - startedAt) * SPEED),
  after: (delay, callback) => {
    const timer = setTimeout(callback, Math.min(2 ** 31 - 1, delay / SPEED))
    return () => clearTimeout(timer)
  },
}
const quiet: Log = { info: () => {}, warn: () => {}, error: () => {} }
const home = mkdtempSync(join(tmpdir(), 'posthorn-endure-'))
const { servers, took } = await startFlakyServers(SERVERS)
const store = await openStore(home, { clock, log: quiet })
const network = { isOnline: () => true }
const { app } = joinApp({
  store,
  clock,
  log: quiet,
  notifier: { notify: () => {} },
  network,
  keeping: null,
  channels: createChannels({ clock, random: Math.random, log: quiet, network }),
  fetch: () => Promise.reject(new Error('nothing is fetched here')),
  web: { get: () => Promise.reject(new Error('nothing is fetched here')) },
  landing: { open: () => Promise.reject(new Error('nobody signs in here')) },
  http: { turn: () => Promise.resolve(), state: () => ({ url: null, failure: null }) },
  vaults: { system: null, keyFile: createKeyFileVault(join(home, 'secret.key')), headless: true },
  about: { version: '0.0.0', home, owner: 'serve', zone: 'UTC' },
})

const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
  const reply = await app.gate(method, input)
  if (!reply.ok) throw new Refusal(reply.failure)
  return reply.value as Output<M>
}

await app.start()
let events = 0
app.subscribe(() => void (events += 1))
const accounts: string[] = []
for (let index = 0; index < ACCOUNTS; index += 1) {
  const settings = { chat: `@a_chat_${index}`, server: servers[index % SERVERS]?.url }
  const added = await call('accounts.add', {
    channel: 'telegram',
    name: `Chat ${index}`,
    settings,
    secret: `123456789:${'A'.repeat(35)}`,
  })
  accounts.push(added.id)
}

const collect = globalThis.gc ?? (() => {})
const sample = (): Sample => {
  collect()
  const { rss, heapUsed } = process.memoryUsage()
  const resources = process.getActiveResourcesInfo()
  const timers = resources.filter((one) => one === 'Timeout' || one === 'Immediate').length
  const [rssMb, heapMb] = [rss / 2 ** 20, heapUsed / 2 ** 20]
  return { seconds: (Date.now() - startedAt) / 1000, rssMb, heapMb, handles: resources.length - timers, timers }
}

/** Posts, a server that goes away now and then, lists that are looked at, a machine that sleeps. */
const live = async () => {
  let posts = 0
  while (Date.now() - startedAt < REAL) {
    const due = ((clock.now() - startedAt) / 3_600_000) * AN_HOUR
    for (; posts < due; posts += 1) {
      await call('posts.save', {
        text: `Post ${posts}`,
        targets: [{ accountId: accounts[posts % ACCOUNTS] ?? '' }],
        when: { kind: 'in', seconds: 60 + Math.round(Math.random() * 1800) },
      })
    }
    if (Math.random() < 0.004) {
      const server = servers[Math.floor(Math.random() * SERVERS)]
      await server?.away(Math.max(20, (20 * 60_000 * Math.random()) / SPEED))
    }
    if (Math.random() < 0.02) await call('items.list', { order: 'latest', limit: 50 })
    if (Math.random() < 0.01) app.nudge('resume')
    await sleep(Math.max(10, 20_000 / SPEED))
  }
  return posts
}

const samples: Sample[] = []
const sampling = setInterval(() => samples.push(sample()), REAL / SAMPLES)
const posts = await live()
clearInterval(sampling)

const { counts, lastLookAt } = await call('status.get', {})
const lookedAgo = clock.now() - Date.parse(lastLookAt ?? '')
await app.stop()
await store.close()
for (const server of servers) await server.stop()
rmSync(home, { recursive: true, force: true })

const measured = samples.slice(Math.floor(samples.length * WARM_UP))
const growth = {
  rssMb: growthOf(measured, (one) => one.rssMb),
  heapMb: growthOf(measured, (one) => one.heapMb),
  handles: growthOf(measured, (one) => one.handles),
  timers: growthOf(measured, (one) => one.timers),
}
const grown = Object.keys(BOUNDS).filter(
  (key) => growth[key as keyof typeof BOUNDS] > BOUNDS[key as keyof typeof BOUNDS],
)
const hours = Math.round((clock.now() - startedAt) / 360_000) / 10
const summary = {
  hours,
  minutes: Number(values.minutes),
  posts,
  took: took(),
  events,
  counts,
  lookedAgo,
  growth,
  grown,
}
mkdirSync(ARTIFACTS, { recursive: true })
writeFileSync(join(ARTIFACTS, 'endure.json'), JSON.stringify({ ...summary, samples }, null, 1))
writeFileSync(join(ARTIFACTS, 'endure.svg'), plot(samples, `${hours} simulated hours, ${posts} posts`))
if (!values.json) console.table(growth)
console.log(JSON.stringify(summary))
process.exitCode = grown.length === 0 ? 0 : 1
