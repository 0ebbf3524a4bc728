import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Answer, Side } from '../../../src-main/api/api-env.ts'
import { atRest } from '../../../src-main/api/dialects/kit/at-rest.ts'
import { createOnce } from '../../../src-main/api/dialects/kit/once.ts'
import { readInstant, readUntil, readWhen } from '../../../src-main/api/dialects/kit/wire-time.ts'
import { toFields, toOptions } from '../../../src-main/api/dialects/wix/option-names.ts'
import { openDialects } from './open-dialects.ts'
import { addAccount, schedulePost, startTestApp } from '../../fixtures/test-world.ts'

/** A side that keeps answers in memory, as the store does on disk. */
const keeping = () => {
  const kept = new Map<string, Answer>()
  const side: Side = {
    gate: () => Promise.reject(new Error('nobody asks here')),
    takeFile: () => Promise.reject(new Error('nobody asks here')),
    subscribe: () => () => {},
    answers: {
      find: (once) => Promise.resolve(kept.get(once) ?? null),
      keep: async (once, answer) => void kept.set(once, answer),
    },
  }
  return { side, kept }
}

test('works once for a key, whatever comes at the same time and after a restart', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom('a', 'b'), { minLength: 1, maxLength: 12 }), async (keys) => {
      const { side } = keeping()
      let worked = 0
      const work = async () => {
        worked += 1
        await Promise.resolve()
        return { status: 201, body: `answer ${worked}` }
      }
      const once = createOnce()
      const answers = await Promise.all(keys.map((key) => once(side, key, 'the same', work)))
      expect(worked).toBe(new Set(keys).size)
      const restarted = createOnce()
      for (const [index, key] of keys.entries()) {
        expect(await restarted(side, key, 'the same', work)).toEqual(answers[index])
      }
      expect(worked).toBe(new Set(keys).size)
    }),
  )
})

test('refuses a key for another request, at the same time and later', async () => {
  const { side } = keeping()
  const once = createOnce()
  const work = () => Promise.resolve({ status: 201, body: 'made' })
  const [first, twin] = await Promise.allSettled([once(side, 'k', 'one', work), once(side, 'k', 'another', work)])
  expect(first).toMatchObject({ status: 'fulfilled', value: { body: 'made' } })
  expect(twin).toMatchObject({ status: 'rejected', reason: { failure: { code: 'once-conflict' } } })
  await expect(once(side, 'k', 'another', work)).rejects.toMatchObject({ failure: { code: 'once-conflict' } })
})

test('keeps nothing of what failed, so that the key can be used again', async () => {
  const { side, kept } = keeping()
  const once = createOnce()
  await expect(once(side, 'k', 'one', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(kept.size).toBe(0)
  expect(await once(side, 'k', 'two', () => Promise.resolve({ status: 201, body: 'made' }))).toMatchObject({
    body: 'made',
  })
})

test('reads a date with an offset as that instant and one without as wall time in the zone', () => {
  expect(readWhen('2026-02-01T14:00:00Z', 'America/New_York', [])).toEqual({
    kind: 'instant',
    at: '2026-02-01T14:00:00.000Z',
    zone: 'America/New_York',
  })
  expect(readWhen('2026-02-01T14:00+0200', 'UTC', [])).toMatchObject({ at: '2026-02-01T12:00:00.000Z' })
  expect(readWhen('2026-02-01T14:00:00.123', 'Europe/Berlin', [])).toEqual({
    kind: 'at',
    wall: '2026-02-01T14:00:00',
    zone: 'Europe/Berlin',
  })
})

test('includes the whole of a day, and of an instant just that', () => {
  expect(readInstant('2026-02-01', [])).toBe('2026-02-01T00:00:00.000Z')
  expect(readUntil('2026-02-01', [])).toBe('2026-02-01T23:59:59.999Z')
  expect(readUntil('2026-02-01T10:00:00Z', [])).toBe('2026-02-01T10:00:00.000Z')
  expect(readInstant('2026-02-01T10:00:00', [])).toBe('2026-02-01T10:00:00.000Z')
})

test('reads any text as a date or refuses it, and never fails otherwise', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      ),
      (text) => {
        for (const read of [() => readInstant(text, ['at']), () => readWhen(text, 'UTC', ['at'])]) {
          try {
            expect(read()).toBeTruthy()
          } catch (error) {
            expect(error).toMatchObject({ name: 'Malformed', faults: [{ path: ['at'] }] })
          }
        }
      },
    ),
  )
})

test('carries fields to options of the channel’s own spelling and back', () => {
  const knows = (option: string) => ['privacy_level', 'call_to_action', 'title'].includes(option)
  const fields = { privacyLevel: 'SELF_ONLY', title: 'T', callToAction: { actionType: 'SHOP' }, unheardOf: 1 }
  const options = toOptions(fields, knows)
  expect(options).toEqual({
    privacy_level: 'SELF_ONLY',
    title: 'T',
    call_to_action: { action_type: 'SHOP' },
    unheardOf: 1,
  })
  expect(toFields(options)).toEqual(fields)
  expect(toOptions({ callToAction: 'BOOK' }, knows)).toEqual({ call_to_action: { action_type: 'BOOK' } })
})

const never = new AbortController().signal

test('waits until every item came to a rest, and no longer than the caller is there', async () => {
  const { t, alice } = await startTestApp()
  const side: Side = { gate: t.app.gate, takeFile: t.app.takeFile, subscribe: t.app.subscribe, answers: t.app.answers }
  const bob = await addAccount(t, 'Bob')
  t.network.behave('accept', 'reject')
  const post = await schedulePost(t, 'Both', [alice, bob])
  const resting = atRest(side, post.id, never)
  await t.clock.advance(10_000)
  expect((await resting).status).toBe('partial')

  t.network.behave('hang')
  const stuck = await schedulePost(t, 'Stuck', [alice])
  const caller = new AbortController()
  const left = atRest(side, stuck.id, caller.signal)
  await t.clock.advance(1000)
  caller.abort()
  expect((await left).items.map(({ state }) => state)).toEqual(['publishing'])
})

test('forgets a caller’s own key after 24 hours', async () => {
  const { t, api } = await openDialects()
  const create = async () => {
    const response = await api.request('/socialsyncer/v1/posts', {
      method: 'POST',
      headers: { 'Idempotency-Key': 'the-same' },
      body: JSON.stringify({ content: 'Once a day', isDraft: true }),
    })
    return ((await response.json()) as { id: string }).id
  }
  const first = await create()
  await t.clock.advance(23 * 3_600_000)
  expect(await create()).toBe(first)
  await t.clock.advance(2 * 3_600_000)
  expect(await create()).not.toBe(first)
})
