import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Channel, Outcome, Work } from '../../src-main/channels/channel.ts'
import { addAccount, firstItem, openTestApp, schedulePost, stateOf, type TestApp } from '../fixtures/test-world.ts'
import { createScriptedChannel } from '../fixtures/scripted-channel.ts'
import { createTestClock } from '../fixtures/test-clock.ts'

const MINUTE = 60_000
const HOUR = 60 * MINUTE

type AnyWork = Work<Record<string, unknown>>

/** A network whose publishing is the test's own; what reaches it counts as it does on the scripted one. */
const openWith = async (publish: (work: AnyWork, published: () => Promise<Outcome>) => Promise<Outcome>) => {
  const clock = createTestClock()
  const network = createScriptedChannel({ now: () => clock.now() })
  const { channel } = network
  const own: Channel = { ...channel, publish: (work) => publish(work, () => channel.publish(work)) }
  const t = await openTestApp({ clock, network: { ...network, channel: own } })
  await t.app.start()
  return { t, alice: await addAccount(t) }
}

/** Uploads for so long, a step at a time, by the test's clock; ends early when it is called off. */
const uploading = (t: () => TestApp, steps: number, pause: number) => async (work: AnyWork) => {
  for (let step = 1; step <= steps && !work.signal.aborted; step += 1) {
    await new Promise<void>((resolve) => {
      t().clock.after(pause, resolve)
      work.signal.addEventListener('abort', () => resolve(), { once: true })
    })
    work.onProgress(step, steps)
  }
}

const progressOf = (t: TestApp) => t.events.filter((event) => event.kind === 'upload-progress')

test('an upload that moves is given as long as it needs, and its claim holds meanwhile', async () => {
  const later = { t: null as TestApp | null }
  const app = () => later.t ?? expect.unreachable()
  const { t, alice } = await openWith(async (work, published) => {
    await uploading(app, 60, MINUTE)(work)
    return published()
  })
  later.t = t
  const { id } = firstItem(await schedulePost(t, 'a long video', [alice]))
  for (let minute = 0; minute < 59; minute += 1) {
    await t.clock.advance(MINUTE)
    const item = await t.store.items.get(id)
    expect(item?.state).toBe('publishing')
    expect(item?.leaseUntil).toBeGreaterThan(t.clock.now() + MINUTE)
  }
  await t.clock.advance(2 * MINUTE)
  expect(await stateOf(t, id)).toBe('published')
  expect(t.network.sent).toHaveLength(1)
})

test('an upload that stands still is called off, and the channel is asked for the post', async () => {
  const later = { t: null as TestApp | null }
  const { t, alice } = await openWith(async (work) => {
    await uploading(() => later.t ?? expect.unreachable(), 3, MINUTE)(work)
    // The same number over and over is no progress.
    const again = () => void (work.signal.aborted || (work.onProgress(3, 3), later.t?.clock.after(MINUTE, again)))
    again()
    return new Promise<never>(() => {})
  })
  later.t = t
  const { id } = firstItem(await schedulePost(t, 'stuck', [alice]))
  await t.clock.advance(4 * MINUTE)
  expect(await stateOf(t, id)).toBe('publishing')
  await t.clock.advance(MINUTE + 5_500)
  expect(await stateOf(t, id)).toBe('unconfirmed')
})

test('an upload that never comes to its end is called off after six hours, however much it moves', async () => {
  const { t, alice } = await openWith((work) => {
    let sent = 0
    const move = () => {
      if (work.signal.aborted) return
      work.onProgress((sent += 1), Number.MAX_SAFE_INTEGER)
      t.clock.after(MINUTE, move)
    }
    move()
    return new Promise<never>(() => {})
  })
  const { id } = firstItem(await schedulePost(t, 'endless', [alice]))
  await t.clock.advance(6 * HOUR - MINUTE)
  expect(await stateOf(t, id)).toBe('publishing')
  await t.clock.advance(2 * MINUTE)
  expect(['unconfirmed', 'publishing']).toContain(await stateOf(t, id))
  expect((await t.call('items.get', { itemId: id })).history[0]?.outcome).toBe('settled-absent')
})

test('progress is told at most a few times a second, and the last word always', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 40 }), async (pauses) => {
      const { t, alice } = await openWith(async (work, published) => {
        for (const [index, pause] of pauses.entries()) {
          if (pause > 0) await new Promise<void>((resolve) => void t.clock.after(pause, resolve))
          work.onProgress(index + 1, pauses.length)
        }
        return published()
      })
      const told: number[] = []
      t.app.subscribe((event) => event.kind === 'upload-progress' && told.push(t.clock.now()))
      const { id } = firstItem(await schedulePost(t, 'video', [alice]))
      const from = t.clock.now()
      await t.clock.advance(40 * 400)
      const span = pauses.reduce((sum, one) => sum + one, 0)
      // One at once, one each quarter of a second, and the last.
      expect(told.length).toBeLessThanOrEqual(2 + Math.floor(span / 250))
      expect(told.every((at) => at >= from)).toBe(true)
      expect(progressOf(t).at(-1)).toEqual({
        kind: 'upload-progress',
        itemId: id,
        sent: pauses.length,
        total: pauses.length,
      })
      const ends = t.events.findIndex((event) => event.kind === 'item-changed' && event.item.state === 'published')
      expect(t.events.findLastIndex((event) => event.kind === 'upload-progress')).toBeLessThan(ends)
    }),
    { numRuns: 15 },
  )
})

const notesOf = async (t: TestApp, itemId: string) => (await t.store.uploads.ofItem(itemId)).map(({ name }) => name)

test.each<{ outcome: string; end: (t: TestApp, itemId: string) => Promise<unknown>; kept: boolean }>([
  { outcome: 'accept', end: () => Promise.resolve(), kept: false },
  { outcome: 'reject', end: () => Promise.resolve(), kept: false },
  { outcome: 'refuse-connection', end: () => Promise.resolve(), kept: true },
  { outcome: 'lose-answer', end: () => Promise.resolve(), kept: true },
  { outcome: 'refuse-connection', end: (t, itemId) => t.call('items.cancel', { itemId }), kept: false },
])('what is kept of uploads after $outcome goes with the end of the item', async ({ outcome, end, kept }) => {
  const { t, alice } = await openWith(async (work, published) => {
    await work.notes.write('place', 'https://upload.example/1')
    return published()
  })
  t.network.behave(outcome as 'accept')
  const { id } = firstItem(await schedulePost(t, 'video', [alice]))
  await t.clock.settle()
  await end(t, id)
  await t.clock.settle()
  expect(await notesOf(t, id)).toEqual(kept ? ['place'] : [])
})

test('what is kept of uploads of an item that was missed, or is gone, is forgotten', async () => {
  const { t, alice } = await openWith((_work, published) => published())
  const { id } = firstItem(await schedulePost(t, 'late', [alice], 60))
  await t.store.uploads.put(id, 'place', 'here')
  await t.store.uploads.put('itm_gone0000000001', 'place', 'here')
  t.clock.set(t.clock.now() + 48 * HOUR)
  await t.clock.advance(2 * MINUTE)
  expect(await stateOf(t, id)).toBe('missed')
  expect(await t.store.uploads.items()).toEqual([])
})

test('what a run that was cut off kept for an item that had ended is swept at the next start', async () => {
  const { t, alice } = await openWith((_work, published) => published())
  const { id } = firstItem(await schedulePost(t, 'video', [alice]))
  await t.clock.settle()
  await t.store.uploads.put(id, 'place', 'here')
  const next = await t.crash()
  await next.app.start()
  await next.clock.settle()
  expect(await notesOf(next, id)).toEqual([])
})
