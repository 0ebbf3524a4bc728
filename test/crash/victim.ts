import { once } from 'node:events'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import type { Input, MethodName, Output } from '../../src-preload/contract/methods.ts'
import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { createChannels } from '../../src-main/channels/index.ts'
import type { Log } from '../../src-main/core/ports.ts'
import { Refusal } from '../../src-main/core/refusal.ts'
import { joinApp } from '../../src-main/shell/join-app.ts'
import { createKeyFileVault } from '../../src-main/shell/key-file-vault.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import { createFastClock } from './fast-clock.ts'
import { deadlyChannel, deadlyStore } from './deadly-world.ts'
import type { Open } from './judge.ts'
import type { KillPlan, Point } from './kill-plan.ts'
import type { RoundPost } from './rounds.ts'

/** What a run is told to do: first settle what the one before left open, then these posts, then end as planned. */
export type Orders = {
  home: string
  /** When the first run began, in milliseconds. */
  epoch: number
  /** To be added. */
  accounts: { channel: string; settings: Record<string, unknown>; secret?: string }[]
  posts: readonly RoundPost[]
  /** In base64, for the posts that have one. */
  picture: string | null
  plan: KillPlan | null
  /** Channels that can say whether a post arrived. */
  askable: readonly string[]
}
/** What a run tells: `accepted` before it may be held to it, `done` with what came to no good end. */
export type News = { kind: 'settled' } | { kind: 'accepted'; part: string } | { kind: 'done'; open: Open[] }

/** How long everything may take to come to an end, in milliseconds. */
const PATIENCE = 180_000
/** The longest pause between two looks, in milliseconds. */
const LOOK = 100
const PAGE = 200

// One that is killed would leave nothing for the next.
flushCompileCache()
const [orders] = (await once(process, 'message')) as [Orders]
const clock = createFastClock(orders.epoch)
const quiet: Log = { info: () => {}, warn: () => {}, error: (message, about) => console.error(message, about) }
let passed = 0
let armed = false

/** Ends this very process, as a power cut does, when the planned moment is reached. */
const hit = (point: Point, channel: string): void => {
  if (!armed || orders.plan?.point !== point || orders.plan.channel !== channel) return
  passed += 1
  if (orders.plan.nth === passed) die()
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

const PENDING: ItemState[] = ['scheduled', 'waiting', 'publishing']

/** Whether Posthorn has something to do yet, of itself. */
const isBusy = async (): Promise<boolean> => {
  const { entries } = await call('items.list', { states: [...PENDING, 'unconfirmed'], limit: PAGE })
  return entries.some(({ state, channel }) => state !== 'unconfirmed' || orders.askable.includes(channel))
}

const settle = async (): Promise<void> => {
  const until = Date.now() + PATIENCE
  while ((await isBusy()) && Date.now() < until) await nextChange()
}

const nextChange = (): Promise<void> =>
  new Promise((resolve) => {
    const go = () => {
      off()
      clearTimeout(timer)
      resolve()
    }
    const off = app.subscribe(({ kind }) => void (kind === 'item-changed' && go()))
    const timer = setTimeout(go, LOOK)
  })

/** All that came to no good end. */
const openItems = async (): Promise<Open[]> => {
  const states: ItemState[] = [...PENDING, 'unconfirmed', 'failed', 'missed', 'cancelled']
  const open: Open[] = []
  let cursor: string | undefined
  do {
    const page = await call('items.list', { states, limit: PAGE, ...(cursor !== undefined && { cursor }) })
    for (const { channel, state, text, failure } of page.entries) {
      const why = [failure?.message, failure?.detail].filter(Boolean).join(' ')
      open.push({ channel, state, part: text.split('\n')[0] ?? '', why })
    }
    cursor = page.cursor ?? undefined
  } while (cursor !== undefined)
  return open
}

for (const account of orders.accounts) await call('accounts.add', { ...account, name: account.channel })
const idOf = new Map((await call('accounts.list', {})).entries.map(({ id, channel }) => [channel, id]))
await app.start()
await settle()
await tell({ kind: 'settled' })
armed = true
if (orders.plan?.point === 'random') setTimeout(die, orders.plan.afterMs)
for (const { text, thread, picture, channels, parts } of orders.posts) {
  const added =
    picture && orders.picture !== null ? await call('media.add', { name: 'picture.png', data: orders.picture }) : null
  await call('posts.save', {
    text,
    thread,
    media: added ? [{ mediaId: added.id, alt: 'A picture' }] : [],
    targets: channels.map((channel) => ({ accountId: idOf.get(channel) ?? '' })),
    when: { kind: 'now' },
  })
  await tell({ kind: 'accepted', part: parts[0] ?? '' })
}
await settle()
await tell({ kind: 'done', open: await openItems() })
await app.stop()
await store.close()
process.disconnect()
