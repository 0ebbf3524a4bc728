import { expect, test } from 'vitest'
import type { Item } from '../../src-preload/contract/model/item.ts'
import { actionName, actionsFor } from '../../src-renderer/queue/item/item-actions.ts'
import { describeItem } from '../../src-renderer/queue/item/item-words.ts'
import { makeAccount, makeItem, makePost } from './memory-bridge.ts'
import { failure } from './memory-kit.ts'
import { anything } from '../fixtures/allows.ts'

const now = Date.parse('2026-12-01T08:00:00Z')
const inSeconds = (seconds: number): string => new Date(now + seconds * 1000).toISOString()
const item = (change: Partial<Item>): Item => makeItem(makePost(), makeAccount({}), change)
const words = (change: Partial<Item>) =>
  describeItem(item(change), { now, zone: 'Europe/Berlin', channel: 'Bluesky', account: 'Alice' })
const waiting = (reason: NonNullable<Item['waiting']>['reason'], nextAt: string | null) =>
  words({ state: 'waiting', waiting: { reason, since: inSeconds(-60) }, nextAt }).cause

test('a waiting item says why, and when it is tried again', () => {
  expect(waiting('unreachable', inSeconds(12))).toBe('Bluesky can’t be reached · tries again in 12 s')
  expect(waiting('offline', inSeconds(150))).toBe('This computer is offline · tries again in 2 min')
  expect(waiting('rate-limited', inSeconds(7200))).toBe('Bluesky asks for a pause · tries again today, 11:00')
  expect(waiting('unreachable', inSeconds(-1))).toBe('Bluesky can’t be reached · tries again now')
})

test('what cannot be reached is named, and what waits for its turn says when it goes out', () => {
  const away = failure('unreachable', 'one.example cannot be reached right now.')
  const cause = (change: Partial<Item>) => words({ state: 'waiting', nextAt: inSeconds(40), ...change }).cause
  expect(cause({ waiting: { reason: 'unreachable', since: inSeconds(0) }, failure: away })).toBe(
    'one.example cannot be reached · tries again in 40 s',
  )
  expect(cause({ waiting: { reason: 'turn', since: inSeconds(0) } })).toBe(
    'Late posts to Alice go out one after the other · goes out in 40 s',
  )
})

test('an item that waits for the person says for what', () => {
  expect(waiting('signed-out', null)).toBe('Alice is signed out · goes out once it is connected again')
  expect(waiting('paused', null)).toBe('Posthorn is paused · goes out once you resume')
})

test('what is planned for an account that is cut off says so before its time, unless its channel has it already', () => {
  const about = { now, zone: 'Europe/Berlin', channel: 'Bluesky', account: 'Alice' }
  const of = (connection: 'valid' | 'signed-out' | 'disconnected', change: Partial<Item> = {}) =>
    describeItem(item({ state: 'scheduled', nextAt: inSeconds(7200), ...change }), { ...about, connection })
  expect(of('disconnected')).toMatchObject({
    tone: 'amber',
    cause: 'Alice is disconnected · goes out once it is connected again',
  })
  expect(of('signed-out').cause).toBe('Alice is signed out · goes out once it is connected again')
  expect(of('valid')).toMatchObject({ tone: 'blue', cause: null })
  const remote = { id: '1', url: null, parts: [] }
  expect(of('disconnected', { held: { remote, since: inSeconds(-60) } })).toMatchObject({ tone: 'blue' })
})

test('a failed item shows the failure’s own words', () => {
  expect(words({ state: 'failed', failure: failure('rejected-by-channel', 'Bluesky refused it.') })).toEqual({
    label: 'Failed',
    tone: 'red',
    cause: 'Bluesky refused it.',
  })
})

test('an unconfirmed item says whether Posthorn still asks', () => {
  expect(words({ state: 'unconfirmed', nextAt: inSeconds(30) }).cause).toBe(
    'It was sent, but no answer came · asks again in 30 s',
  )
  expect(words({ state: 'unconfirmed', nextAt: null }).cause).toBe(
    'It was sent, but no answer came. Look whether it is there',
  )
})

test('a missed item names the time that passed', () => {
  const schedule = { wall: '2026-11-30T09:00', zone: 'Europe/Berlin', at: '2026-11-30T08:00:00.000Z', shift: null }
  expect(words({ state: 'missed', schedule }).cause).toBe(
    'Its time (yesterday, 09:00) passed while Posthorn was not running',
  )
})

test('a time that the clocks moved says so', () => {
  const schedule = { wall: '2027-03-28T02:30', zone: 'Europe/Berlin', at: '2027-03-28T01:30:00.000Z' }
  expect(words({ state: 'scheduled', schedule: { ...schedule, shift: 'gap' } }).cause).toBe(
    'Clocks go forward: 02:30 became 03:30',
  )
})

const next = (change: Partial<Item>): string[] => {
  const one = item(change)
  return actionsFor(one, undefined).next.map((action) => actionName(action, one))
}

test('offers first what most likely comes next', () => {
  expect(next({ state: 'failed' })).toEqual(['Fix', 'Try again'])
  expect(next({ state: 'unconfirmed' })).toEqual(['I found it', 'Post again'])
  expect(next({ state: 'missed' })).toEqual(['Publish now', 'Reschedule', 'Dismiss'])
  expect(next({ state: 'waiting', waiting: { reason: 'unreachable', since: inSeconds(0) } })).toEqual(['Retry now'])
  expect(next({ state: 'waiting', waiting: { reason: 'signed-out', since: inSeconds(0) } })).toEqual(['Reconnect'])
  expect(next({ state: 'waiting', waiting: { reason: 'paused', since: inSeconds(0) } })).toEqual(['Resume'])
  expect(next({ state: 'publishing' })).toEqual([])
})

test('links to a published post on the web, not to a file or to one that was taken down', () => {
  const remote = (url: string | null) => ({ id: 'x', url, parts: [] })
  expect(next({ state: 'published', remote: remote('https://x.test/1') })).toEqual(['Open link'])
  expect(next({ state: 'published', remote: remote('file:///home/ada/a.md') })).toEqual([])
  expect(next({ state: 'published', remote: remote(null) })).toEqual([])
  expect(next({ state: 'published', remote: remote('https://x.test/1'), unpublishedAt: inSeconds(0) })).toEqual([])
})

test('offers to show the file of a post in its folder, as long as it is there', () => {
  const remote = { id: 'x', url: 'file:///home/ada/a.md', parts: [] }
  const more = (change: Partial<Item>) => actionsFor(item({ state: 'published', remote, ...change }), undefined).more
  expect(more({})).toEqual(['show-file', 'delete'])
  expect(more({ external: true })).toEqual(['show-file'])
  expect(more({ unpublishedAt: inSeconds(0) })).toEqual(['delete'])
  expect(more({ remote: { ...remote, url: 'https://x.test/1' } })).not.toContain('show-file')
})

test('offers only what the channel can do to a published post', () => {
  const published = item({ state: 'published', remote: { id: 'x', url: null, parts: [] } })
  const can = {
    thread: false,
    edit: true,
    unpublish: false,
    lookup: false,
    readBack: false,
    destinations: false,
    mentions: false,
    host: false,
    handOver: false,
  }
  const channel = {
    key: 'x',
    name: 'X',
    summary: '',
    group: 'open' as const,
    guide: [],
    signIn: false,
    redirect: null,
    mark: { letters: 'X', colour: '#000000', glyph: null },
    standsFor: null,
    settings: {},
    secret: null,
    edits: null,
    emphasis: [],
    rates: [],
    options: null,
    can,
    textLimit: null,
    media: { max: 1, mimes: [], altMax: null },
    ...anything,
  }
  expect(actionsFor(published, channel).more).toEqual(['edit-published', 'delete'])
  expect(actionsFor(published, { ...channel, can: { ...can, edit: false, unpublish: true } }).more).toEqual([
    'unpublish',
    'delete',
  ])
})

test('a scheduled item that its network holds says who publishes it, and what is in the way of that', () => {
  const held = { remote: { id: '1', url: null, parts: [] }, since: inSeconds(-60) }
  const trouble = failure('unreachable', 'Bluesky does not answer.')
  expect(words({ state: 'scheduled', held }).cause).toBe(
    'Handed to Bluesky, which publishes it even with this computer off',
  )
  expect(words({ state: 'scheduled', held, failure: trouble }).cause).toBe(
    'Handed to Bluesky · Bluesky does not answer.',
  )
  expect(words({ state: 'scheduled', override: { handOver: true }, failure: trouble }).cause).toBe(
    'Not handed to Bluesky yet · Bluesky does not answer.',
  )
})
