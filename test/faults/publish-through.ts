import { setTimeout as sleep } from 'node:timers/promises'
import { expect } from 'vitest'
import { createChannels } from '../../src-main/channels/index.ts'
import type { Channel } from '../../src-main/channels/channel.ts'
import type { TestClock } from '../fixtures/test-clock.ts'
import { openTestApp, type TestApp } from '../fixtures/test-world.ts'

/** How many times faster than the world's the app's clock goes, so that its pauses are short. */
const SPEED = 80

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

/** The whole core with this channel, on a clock that is fast, and an account whose requests go out. */
const openFastApp = async (key: string, account: { settings: Record<string, unknown>; secret: string }) => {
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
  return { t, accountId: id }
}

type Item = Awaited<ReturnType<typeof itemOf>>
const itemOf = (t: TestApp, itemId: string) => t.call('items.get', { itemId })

/** Waits for an item to be like this, and gives it as it is at last. */
const until = async (t: TestApp, itemId: string, isSo: (item: Item) => boolean): Promise<Item> => {
  let item = await itemOf(t, itemId)
  for (let patience = 0; !isSo(item) && patience < 600; patience += 1) {
    await sleep(50)
    item = await itemOf(t, itemId)
  }
  return item
}

/** What the person was told on the way, and what the item was then. */
const toldBy = (t: TestApp) =>
  t.events.flatMap((event) =>
    event.kind === 'item-changed' && event.item.failure ? [{ state: event.item.state, ...event.item.failure }] : [],
  )
type Told = ReturnType<typeof toldBy>

/** What goes wrong; where it stays so, `goRight` ends it once the person was told what `says` matches. */
export type Trouble = { goWrong(): void; lasting?: { says: RegExp; goRight(): void } }

/** Sends one post through the fault, and tells where it went and what stood about it in the meantime. */
export const publishThrough = async (
  key: string,
  account: { settings: Record<string, unknown>; secret: string },
  text: string,
  { goWrong, lasting }: Trouble,
) => {
  const { t, accountId } = await openFastApp(key, account)
  goWrong()
  const post = await t.call('posts.save', { text, targets: [{ accountId }], when: { kind: 'now' } })
  const itemId = post.items[0]?.id ?? ''
  if (lasting) {
    await until(t, itemId, ({ failure }) => lasting.says.test(failure?.message ?? ''))
    lasting.goRight()
  }
  const { state } = await until(t, itemId, (item) => item.state === 'published')
  return { state, told: toldBy(t) }
}

/** What of a fault the person may see: nothing at all, or a reason with what comes next. */
export const assertHonest = (told: Told) => {
  for (const one of told) {
    expect(['waiting', 'unconfirmed', 'scheduled']).toContain(one.state)
    expect(one.message.length).toBeGreaterThan(10)
    expect(one.next.length).toBeGreaterThan(10)
  }
}
