import { rmSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { settleRestored } from '../../src-main/app/after-restore.ts'
import { copyDatabase } from '../../src-main/store/file/copy-database.ts'
import { copyClosed, makeReplacing, putInPlace } from '../../src-main/store/file/replace-file.ts'
import { openStore } from '../../src-main/store/open-store.ts'
import type { Behaviour } from '../fixtures/scripted-channel.ts'
import { addAccount, firstItem, openTestApp, schedulePost, startTestApp, type TestApp } from '../fixtures/test-world.ts'

const silent = { info: () => {}, warn: () => {}, error: () => {} }
const HOUR = 3_600_000

let copies = 0
const copyNow = async (t: TestApp): Promise<string> => {
  const path = join(t.folder, `copy-${(copies += 1)}.db`)
  await copyDatabase(join(t.folder, 'posthorn.db'), path)
  return path
}

/** Puts a copy in place as the shell does: with the file it replaces to tell what was sent, or without. */
const goBack = async (t: TestApp, copy: string, by: { ledger: boolean }) => {
  await t.app.stop()
  const folder = await makeReplacing(t.folder)
  await copyClosed(copy, folder)
  const restored = await openStore(folder, { clock: t.clock, log: silent })
  const channels = new Map([[t.network.channel.descriptor.key, t.network.channel]])
  const settled = await settleRestored(restored, by.ledger ? t.store : null, { channels, clock: t.clock })
  await restored.close()
  // The old app is dropped, and its file closed, before the new one opens.
  await t.store.close()
  await putInPlace(t.folder, folder)
  const next = await t.crash()
  await next.app.start()
  await next.clock.settle()
  return { next, settled }
}

const story = async (t: TestApp, itemId: string) => t.call('items.get', { itemId })

test('what was published after the copy is known to stand when the copy is put back, with its link', async () => {
  const { t, alice } = await startTestApp()
  const item = firstItem(await schedulePost(t, 'soon', [alice], 600))
  const copy = await copyNow(t)
  await t.clock.advance(HOUR)
  const { next, settled } = await goBack(t, copy, { ledger: true })
  expect(settled).toEqual({ known: 1, asked: 0, missed: 0, doubtful: 0 })
  await next.clock.advance(24 * HOUR)
  expect(await story(next, item.id)).toMatchObject({ state: 'published', history: [{ outcome: 'published' }] })
  expect(next.network.sent).toHaveLength(1)
})

test('what was published early after the copy is not sent at the time that the copy has', async () => {
  const { t, alice } = await startTestApp()
  const item = firstItem(await schedulePost(t, 'tomorrow', [alice], 86_400))
  const copy = await copyNow(t)
  await t.call('items.reschedule', { itemId: item.id, when: { kind: 'now' } })
  await t.clock.advance(1000)
  const { next } = await goBack(t, copy, { ledger: true })
  await next.clock.advance(48 * HOUR)
  expect((await story(next, item.id)).state).toBe('published')
  expect(next.network.sent).toHaveLength(1)
})

test('what was cancelled after the copy and is past by then is missed, and what is still to come is sent at its time', async () => {
  const { t, alice } = await startTestApp()
  const past = firstItem(await schedulePost(t, 'past', [alice], 600))
  const ahead = firstItem(await schedulePost(t, 'ahead', [alice], 86_400))
  const copy = await copyNow(t)
  await t.call('items.cancel', { itemId: past.id })
  await t.call('items.cancel', { itemId: ahead.id })
  await t.clock.advance(HOUR)
  const { next, settled } = await goBack(t, copy, { ledger: true })
  expect(settled).toMatchObject({ missed: 1, doubtful: 0 })
  await next.clock.advance(48 * HOUR)
  expect(await story(next, past.id)).toMatchObject({ state: 'missed', failure: { code: 'restored' } })
  expect((await story(next, ahead.id)).state).toBe('published')
  expect(next.network.sent.map(({ text }) => text)).toEqual(['ahead'])
})

test('without the file that sent, what is past is missed and Posthorn is paused for what is to come', async () => {
  const { t, alice } = await startTestApp()
  const past = firstItem(await schedulePost(t, 'past', [alice], 600))
  await schedulePost(t, 'ahead', [alice], 86_400)
  const copy = await copyNow(t)
  await t.clock.advance(HOUR)
  const { next, settled } = await goBack(t, copy, { ledger: false })
  expect(settled).toEqual({ known: 0, asked: 0, missed: 1, doubtful: 1 })
  await next.clock.advance(48 * HOUR)
  expect((await story(next, past.id)).state).toBe('missed')
  expect(next.network.sent.map(({ text }) => text)).toEqual(['past'])
  expect(await next.call('status.get', {})).toMatchObject({ paused: true })
})

test('without it, what was tried before the copy is asked for: found it is published, not found it is missed', async () => {
  const { t, alice } = await startTestApp()
  t.network.behave('lose-answer')
  t.network.answerLookups(...Array.from({ length: 30 }, () => 'silent' as const))
  const stands = firstItem(await schedulePost(t, 'stands', [alice]))
  await t.clock.advance(1000)
  t.network.behave('drop-request')
  const never = firstItem(await schedulePost(t, 'never', [alice]))
  await t.clock.advance(1000)
  const copy = await copyNow(t)
  const { next, settled } = await goBack(t, copy, { ledger: false })
  expect(settled).toMatchObject({ asked: 2 })
  next.network.heal()
  await next.clock.advance(4 * HOUR)
  expect((await story(next, stands.id)).state).toBe('published')
  expect(await story(next, never.id)).toMatchObject({ state: 'missed', failure: { code: 'restored' } })
  expect(next.network.sent.map(({ text }) => text)).toEqual(['stands'])
})

test('a copy of before a post was purged does not send it again', async () => {
  const { t, alice } = await startTestApp()
  const post = await schedulePost(t, 'gone', [alice], 600)
  const copy = await copyNow(t)
  await t.clock.advance(HOUR)
  await t.call('posts.delete', { postId: post.id })
  await t.store.posts.purge(t.clock.now() + 1)
  const { next, settled } = await goBack(t, copy, { ledger: true })
  expect(settled).toMatchObject({ known: 0, missed: 1 })
  await next.clock.advance(24 * HOUR)
  expect(next.network.sent).toHaveLength(1)
})

test('a program that asks again after the copy is put back gets the post that it made', async () => {
  const { t, alice } = await startTestApp()
  const copy = await copyNow(t)
  const asked = { text: 'once', targets: [{ accountId: alice }], when: { kind: 'now' as const }, once: 'key-1' }
  const made = await t.call('posts.save', asked)
  await t.clock.advance(1000)
  const { next } = await goBack(t, copy, { ledger: true })
  expect((await next.call('posts.save', asked)).id).toBe(made.id)
  await next.clock.advance(HOUR)
  expect(next.network.sent).toHaveLength(1)
})

const behaviours: Behaviour[] = ['accept', 'lose-answer', 'drop-request', 'refuse-connection', 'limit', 'throw-after']

const happening = fc.oneof(
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('network' as const), does: fc.constantFrom(...behaviours) }) },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('time' as const), passes: fc.integer({ min: 1, max: 200_000 }) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('silence' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('crash' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('now' as const), which: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(5) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('copy' as const) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('back' as const), which: fc.nat(5) }) },
)
type Happening = typeof happening extends fc.Arbitrary<infer T> ? T : never

const happen = async (t: TestApp, what: Happening, items: readonly string[], made: string[]): Promise<TestApp> => {
  switch (what.kind) {
    case 'network':
      t.network.behave(what.does)
      return t
    case 'silence':
      t.network.answerLookups('silent')
      return t
    case 'time':
      await t.clock.advance(what.passes)
      return t
    case 'crash': {
      const next = await t.crash()
      await next.app.start()
      return next
    }
    case 'now':
    case 'cancel': {
      const itemId = items[what.which % items.length] ?? ''
      // A person may only ask for what the state allows; the rest is refused.
      if (what.kind === 'cancel') await t.refusal('items.cancel', { itemId })
      else if (['scheduled', 'waiting'].includes((await story(t, itemId)).state)) {
        await t.refusal('items.reschedule', { itemId, when: { kind: 'now' } })
      }
      await t.clock.settle()
      return t
    }
    case 'copy':
      made.push(await copyNow(t))
      return t
    case 'back': {
      const copy = made[what.which % Math.max(1, made.length)]
      return copy === undefined ? t : (await goBack(t, copy, { ledger: true })).next
    }
  }
}

test('whatever happened, and however often one goes back and forth between copies, nothing stands twice', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(happening, { minLength: 6, maxLength: 25 }), async (story) => {
      let t = await openTestApp()
      await t.app.start()
      const accounts = [await addAccount(t, 'Alice'), await addAccount(t, 'Bob')]
      const items: string[] = []
      for (let index = 0; index < 3; index += 1) {
        const post = await schedulePost(t, `post ${index}`, accounts, 1 + index * 60)
        items.push(...post.items.map(({ id }) => id))
      }
      const made = [await copyNow(t)]
      for (const what of story) t = await happen(t, what, items, made)
      t.network.heal()
      await t.clock.advance(4 * HOUR)
      for (const copy of made) rmSync(copy, { force: true })
      const counted = [...Map.groupBy(t.network.sent, ({ itemId }) => itemId).values()].map(({ length }) => length)
      expect(counted.filter((count) => count !== 1)).toEqual([])
      const { entries } = await t.call('items.list', {})
      for (const item of entries) {
        expect(['published', 'missed', 'cancelled']).toContain(item.state)
        expect(t.network.sent.some(({ itemId }) => itemId === item.id)).toBe(item.state === 'published')
      }
    }),
    { numRuns: 20 },
  )
}, 120_000)
