import { once } from 'node:events'
import { setTimeout as sleep } from 'node:timers/promises'
import { join } from 'node:path'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import type { Log } from '../../src-main/core/ports.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { joinApp } from '../../src-main/shell/join-app.ts'
import { createKeyFileVault } from '../../src-main/shell/key-file-vault.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { createFastClock } from './fast-clock.ts'
import { deadlyChannel, deadlyStore } from './deadly-world.ts'
import type { KillPlan, Point } from './kill-plan.ts'

/** What a run is told to do: first settle what the one before left open, then these posts, then end as planned. */
export type Orders = {
  home: string
  /** When the first run began, in milliseconds. */
  epoch: number
  accounts: { channel: string; name: string; settings: Record<string, unknown>; secret?: string }[]
  posts: Input<'posts.save'>[]
  plan: KillPlan | null
}
/** What a run tells: `accepted` before it may be held to it, `settled` with what stands afterwards. */
export type News =
  | { kind: 'accepted'; text: string }
  | { kind: 'settled'; unconfirmed: number; unfinished: string[] }
  | { kind: 'done' }

/** How long everything may take to come to an end, in milliseconds. */
const PATIENCE = 90_000

const [orders] = (await once(process, 'message')) as [Orders]
const clock = createFastClock(orders.epoch)
const quiet: Log = { info: () => {}, warn: () => {}, error: (message, about) => console.error(message, about) }
const passed = new Map<Point, number>()
let armed = false

/** Ends this very process, as a power cut does, when the planned moment is reached. */
const hit = (point: Point): void => {
  if (!armed) return
  const count = (passed.get(point) ?? 0) + 1
  passed.set(point, count)
  if (orders.plan?.point === point && orders.plan.nth === count) die()
}

const die = () => {
  process.kill(process.pid, 'SIGKILL')
  // Nothing more is done, not even within this turn.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
}

const tell = (news: News): Promise<void> =>
  new Promise((resolve, reject) => {
    process.send?.(news, (error: Error | null) => (error ? reject(error) : resolve()))
  })

const store = deadlyStore(await openStore(orders.home, { clock, log: quiet }), hit)
const tools = { clock, random: Math.random, log: quiet, network: { isOnline: () => true } }
const { app } = joinApp({
  store,
  keeping: null,
  clock,
  log: quiet,
  notifier: { notify: () => {} },
  network: tools.network,
  channels: new Map([...createChannels(tools)].map(([key, channel]) => [key, deadlyChannel(channel, hit)])),
  fetch: () => Promise.reject(new Error('nothing is fetched here')),
  web: { get: () => Promise.reject(new Error('nothing is fetched here')) },
  landing: { open: () => Promise.reject(new Error('nobody signs in here')) },
  http: { turn: () => Promise.resolve(), state: () => ({ url: null, failure: null }) },
  vaults: { system: null, keyFile: createKeyFileVault(join(orders.home, 'secret.key')), headless: true },
  about: { version: '0.0.0', home: orders.home, owner: 'serve', zone: 'UTC' },
})

const call = async <M extends MethodName>(method: M, input: Input<M>): Promise<Output<M>> => {
  const reply = await app.gate(method, input)
  if (!reply.ok) throw new Refusal(reply.failure)
  return reply.value as Output<M>
}

const settle = async (): Promise<void> => {
  const until = Date.now() + PATIENCE
  const pending = ['scheduled', 'waiting', 'publishing', 'unconfirmed'] as const
  let open = await call('items.list', { states: [...pending], limit: 200 })
  while (open.entries.length > 0 && Date.now() < until) {
    await sleep(20)
    open = await call('items.list', { states: [...pending], limit: 200 })
  }
  const lost = await call('items.list', { states: ['failed', 'missed', 'cancelled'], limit: 200 })
  await tell({
    kind: 'settled',
    unconfirmed: open.entries.filter((item) => item.state === 'unconfirmed').length,
    unfinished: [...open.entries, ...lost.entries].map(
      (item) =>
        `${item.state}: ${item.text} (${item.account}) ${item.failure?.message ?? ''} ${item.failure?.detail ?? ''}`,
    ),
  })
}

const known = new Set((await call('accounts.list', {})).entries.map((account) => account.name))
for (const account of orders.accounts) {
  if (!known.has(account.name)) await call('accounts.add', account)
}
await app.start()
await settle()
armed = true
if (orders.plan?.point === 'random') setTimeout(die, orders.plan.afterMs)
const targets = (await call('accounts.list', {})).entries.map(({ id }) => ({ accountId: id }))
for (const post of orders.posts) {
  await call('posts.save', { ...post, targets, when: { kind: 'now' } })
  await tell({ kind: 'accepted', text: post.text ?? '' })
}
await settle()
await tell({ kind: 'done' })
await app.stop()
await store.close()
process.disconnect()
