import { setTimeout as sleep } from 'node:timers/promises'
import { AtpAgent } from '@atproto/api'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createChannels } from '../../src-main/channels/index.ts'
import type { Channel } from '../../src-main/channels/channel.ts'
import { openTestApp } from '../fixtures/test-world.ts'
import type { TestClock } from '../fixtures/test-clock.ts'
import { type Fault, type FaultProxy, FAULTS, startFaultProxy } from '../servers/fault-proxy.ts'
import { type Pds, type PdsAccount, startPds } from '../servers/pds.ts'
import { startSnac, type Snac, whyNoSnac } from '../servers/snac.ts'

/*
 * The whole core against real servers, with one thing going wrong on the line: whatever it is, the post stands once in
 * the end, and while it does not the person is told why and what comes next.
 */

/** How many times faster than the world's the app's clock goes, so that its pauses are short. */
const SPEED = 40

const fastClock = (): TestClock => {
  const from = Date.now()
  return {
    now: () => from + (Date.now() - from) * SPEED,
    after: (delay, callback) => {
      const timer = setTimeout(callback, delay / SPEED)
      return () => clearTimeout(timer)
    },
    advance: (by) => sleep(by / SPEED),
    set: () => {},
    settle: () => sleep(0),
    pending: () => 0,
  }
}

/** Sends one post through the fault, and tells where it went and what stood about it in the meantime. */
const publishThrough = async (
  key: string,
  account: { settings: Record<string, unknown>; secret: string },
  text: string,
  goWrong: () => void,
) => {
  const clock = fastClock()
  const channels = createChannels({
    clock,
    random: Math.random,
    log: { info: () => {}, warn: () => {}, error: () => {} },
    network: { isOnline: () => true },
  })
  const t = await openTestApp({ clock, channels: [channels.get(key) as Channel] })
  await t.app.start()
  const { id } = await t.call('accounts.add', { channel: key, name: 'Alice', ...account })
  goWrong()
  const post = await t.call('posts.save', { text, targets: [{ accountId: id }], when: { kind: 'now' } })
  const itemId = post.items[0]?.id ?? ''
  let item = await t.call('items.get', { itemId })
  for (let patience = 0; item.state !== 'published' && patience < 600; patience += 1) {
    await sleep(50)
    item = await t.call('items.get', { itemId })
  }
  const told = t.events.flatMap((event) =>
    event.kind === 'item-changed' && event.item.failure ? [{ state: event.item.state, ...event.item.failure }] : [],
  )
  return { state: item.state, told }
}

/** What of a fault the person may see: nothing at all, or a reason with what comes next. */
const assertHonest = (told: Awaited<ReturnType<typeof publishThrough>>['told']) => {
  for (const one of told) {
    expect(['waiting', 'unconfirmed', 'scheduled']).toContain(one.state)
    expect(one.message.length).toBeGreaterThan(10)
    expect(one.next.length).toBeGreaterThan(10)
  }
}

describe('Bluesky', () => {
  let pds: Pds
  let line: FaultProxy
  let alice: PdsAccount

  beforeAll(async () => {
    pds = await startPds()
    line = await startFaultProxy(pds.url)
    alice = await pds.createAccount('alice.test', 'a long password')
  })
  afterAll(async () => {
    await line?.close()
    await pds?.close()
  })

  const copiesOf = async (text: string) => {
    const { data } = await new AtpAgent({ service: pds.url }).com.atproto.repo.listRecords({
      repo: alice.did,
      collection: 'app.bsky.feed.post',
      limit: 100,
    })
    return data.records.filter(({ value }) => value['text'] === text).length
  }

  test.each<Fault>(FAULTS)('%s: the post stands once', async (fault) => {
    const text = `Through: ${fault}`
    const account = { settings: { service: line.url, identifier: 'alice.test' }, secret: alice.appPassword }
    const { state, told } = await publishThrough('bluesky', account, text, () => line.arm(fault, 'repo.createRecord'))
    expect([state, await copiesOf(text)]).toEqual(['published', 1])
    assertHonest(told)
  })
})

const why = whyNoSnac()
describe.skipIf(why !== null)(`Mastodon's API${why === null ? '' : `, left out: ${why}`}`, () => {
  let snac: Snac
  let line: FaultProxy
  let token = ''

  beforeAll(async () => {
    snac = await startSnac()
    token = await snac.createAccount('alice')
    line = await startFaultProxy(snac.url)
  })
  afterAll(async () => {
    await line?.close()
    await snac?.close()
  })

  const copiesOf = async (text: string) => {
    const answer = await fetch(`${snac.url}/api/v1/timelines/home?limit=40`, {
      headers: { authorization: `Bearer ${token}`, connection: 'close' },
    })
    return ((await answer.json()) as { content: string }[]).filter(({ content }) => content.includes(text)).length
  }

  test.each<Fault>(FAULTS)('%s: the post stands once', async (fault) => {
    const text = `Through ${fault.replaceAll('-', ' ')}.`
    const account = { settings: { server: line.url }, secret: token }
    const { state, told } = await publishThrough('mastodon', account, text, () => line.arm(fault, '/api/v1/statuses'))
    expect([state, await copiesOf(text)]).toEqual(['published', 1])
    assertHonest(told)
  })
})
