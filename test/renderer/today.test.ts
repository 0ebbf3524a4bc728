import { expect, test } from 'vitest'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { WaitingReason } from '../../src-preload/contract/model/item.ts'
import { accountStanding } from '../../src-renderer/today/account-standing.ts'
import { groupByPost, groupPostsByDay } from '../../src-renderer/today/by-post.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'

const at = '2026-12-01T09:00:00.000Z'
const now = Date.parse('2026-12-01T08:30:00Z')
const schedule = (time: string) => ({ wall: time.slice(0, 16), zone: 'UTC', at: time, shift: null })

const aRow = (id: string, postId: string, of: Partial<ItemRow>): ItemRow => ({
  ...makeItem(makePost(), makeAccount({}), { state: 'scheduled', schedule: schedule(at) }),
  text: 'Hello',
  account: 'Somebody',
  mediaIds: [],
  tags: [],
  ...of,
  id,
  postId,
})

test('a post stands once with all its accounts; what needs something, goes out apart, or cannot, is told by itself', () => {
  const rows = [
    aRow('1', 'a', {}),
    aRow('2', 'b', {}),
    aRow('3', 'a', {}),
    aRow('4', 'a', { schedule: schedule('2026-12-02T09:00:00.000Z') }),
    aRow('5', 'b', { state: 'failed' }),
    aRow('6', 'b', { state: 'failed' }),
    aRow('7', 'a', {}),
  ]
  const posts = groupByPost(rows, ({ id }) => id === '7')
  expect(posts.map(({ postId, parts }) => [postId, parts.map((part) => part.map(({ id }) => id))])).toEqual([
    ['a', [['1', '3'], ['4'], ['7']]],
    ['b', [['2'], ['5'], ['6']]],
  ])
})

test('what comes next stands under the days of the queue, in the time of the person', () => {
  const late = schedule('2026-12-01T23:30:00.000Z')
  const rows = [
    aRow('1', 'a', { nextAt: at }),
    aRow('2', 'b', { schedule: late, nextAt: late.at }),
    aRow('3', 'c', { state: 'waiting', nextAt: null }),
  ]
  const posts = groupByPost(rows, () => false)
  const told = (zone: string) => groupPostsByDay(posts, zone, now).map((day) => [day.label, day.posts.length])
  expect(told('UTC')).toEqual([
    ['Today', 2],
    ['On hold', 1],
  ])
  expect(told('Europe/Berlin')).toEqual([
    ['Today', 1],
    ['Tomorrow', 1],
    ['On hold', 1],
  ])
})

test('an account is ready only where nothing is known against it', () => {
  const wait = (reason: WaitingReason, nextAt: string | null = '2026-12-01T08:40:00.000Z') => ({
    waiting: { reason, since: at },
    nextAt,
  })
  const told = (
    waiting: ReturnType<typeof wait>[],
    of: Parameters<typeof makeAccount>[0] = {},
    restsUntil: string | null = null,
  ) => {
    const { standing, says } = accountStanding({ account: makeAccount(of), restsUntil, waiting }, { zone: 'UTC', now })
    return `${standing}: ${says}`
  }
  expect(told([])).toBe('good: Ready')
  expect(told([wait('offline')])).toBe('good: Ready')
  expect(told([wait('unreachable')])).toBe('look: Cannot be reached; tried again today, 08:40')
  expect(told([wait('unreachable', null)])).toBe('look: Cannot be reached')
  expect(told([], {}, '2026-12-01T08:35:00.000Z')).toBe('look: Cannot be reached; tried again today, 08:35')
  expect(told([wait('rate-limited')])).toBe('look: Takes no more for now; tried again today, 08:40')
  expect(told([wait('unreachable'), wait('signed-out', null)])).toBe('bad: Signed out')
  expect(told([], { connection: 'disconnected' })).toBe('bad: Disconnected')
  expect(told([], { connection: 'expiring' })).toBe('look: Expires soon')
  const failure = { code: 'unreachable', message: 'It did not answer.', next: 'Try again.' } as const
  expect(told([], { failure })).toBe('look: Did not answer when it was last checked')
})
