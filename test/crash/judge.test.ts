import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Case, judge, type Standing } from './judge.ts'
import { planFor, POINTS, type Way } from './kill-plan.ts'
import { diceFor, postsOf, TEXTS } from './rounds.ts'
import { http, nostr, smtp } from './wires.ts'

const THREAD = ['round 7 part 1.', 'round 7 part 2.', 'round 7 part 3.']
const post = { parts: ['round 7 plain.'], picture: true, channels: ['bluesky'] }
const thread = { parts: THREAD, picture: false, channels: ['bluesky'] }

const standing = (counts: Record<string, number>, bare = 0): Standing =>
  new Map(Object.entries(counts).map(([text, count]) => [text, { count, bare }]))

const judged = (asked: Case['asked'][number], there: Standing, more: Partial<Case> = {}) =>
  judge({
    asked: [asked],
    accepted: new Set([asked.parts[0] ?? '']),
    standing: new Map([['bluesky', there]]),
    open: [],
    askable: new Set(['bluesky']),
    ...more,
  })
const counts = ({ lost, doubled, unconfirmed, allowed }: ReturnType<typeof judge>) => [
  lost,
  doubled,
  unconfirmed,
  allowed,
]

test('a post that stands once with its picture is as it was asked for', () => {
  expect(counts(judged(post, standing({ 'round 7 plain.': 1 })))).toEqual([0, 0, 0, 0])
})

test('a post that stands nowhere is lost, one that stands without its picture too', () => {
  expect(counts(judged(post, standing({})))).toEqual([1, 0, 0, 0])
  const bare = judged(post, standing({ 'round 7 plain.': 1 }, 1))
  expect(counts(bare)).toEqual([1, 0, 0, 0])
  expect(bare.trouble).toEqual(['without its picture on bluesky: round 7 plain.'])
})

test('a post that stands twice is doubled, accepted or not', () => {
  const twice = standing({ 'round 7 plain.': 2 })
  expect(counts(judged(post, twice))).toEqual([0, 1, 0, 0])
  expect(counts(judged(post, twice, { accepted: new Set() }))).toEqual([0, 1, 0, 0])
})

test('a post that was on its way in may be missing, but not in part', () => {
  const accepted = new Set<string>()
  expect(counts(judged(thread, standing({}), { accepted }))).toEqual([0, 0, 0, 0])
  expect(counts(judged(thread, standing({ 'round 7 part 1.': 1 }), { accepted }))).toEqual([1, 0, 0, 0])
})

test('whatever parts of a thread stand, it counts as lost when one is missing and as doubled when one stands twice', () => {
  const there = fc.tuple(fc.nat(3), fc.nat(3), fc.nat(3))
  fc.assert(
    fc.property(there, (times) => {
      const { lost, doubled } = judged(
        thread,
        standing(Object.fromEntries(THREAD.map((part, at) => [part, times[at] ?? 0]))),
      )
      expect([lost, doubled]).toEqual([times.includes(0) ? 1 : 0, times.some((one) => one > 1) ? 1 : 0])
    }),
  )
})

test('what is left unconfirmed is allowed only where nobody can be asked', () => {
  const open = [{ channel: 'bluesky', state: 'unconfirmed', part: 'round 7 plain.', why: '' }]
  expect(counts(judged(post, standing({}), { open }))).toEqual([1, 0, 1, 0])
  expect(counts(judged(post, standing({}), { open, askable: new Set() }))).toEqual([0, 0, 0, 1])
  expect(counts(judged(post, standing({ 'round 7 plain.': 2 }), { open, askable: new Set() }))).toEqual([0, 1, 0, 1])
})

test('what failed is trouble, even where it stands', () => {
  const open = [{ channel: 'bluesky', state: 'failed', part: 'round 7 plain.', why: 'It was refused.' }]
  const there = standing({ 'round 7 plain.': 1 })
  expect(judged(post, there, { open }).trouble).toEqual(['failed on bluesky: round 7 plain. It was refused.'])
})

const WAYS: readonly Way[] = [
  { channel: 'folder', line: false, uploads: false, threads: false },
  { channel: 'bluesky', line: true, uploads: true, threads: true },
  { channel: 'newsletter', line: true, uploads: false, threads: false },
]

test('every point is planned on every channel that passes it, before one comes again', () => {
  const plans = Array.from({ length: 200 }, (_, number) => planFor(number, WAYS, diceFor(1, number)).plan)
  const names = plans.map(({ point, channel }) => `${point} ${channel}`)
  const all = new Set(names)
  expect(new Set(names.slice(0, all.size)).size).toBe(all.size)
  expect(new Set(plans.map(({ point }) => point))).toEqual(new Set(POINTS))
  expect(all).not.toContain('request:half folder')
  expect(all).not.toContain('upload:before newsletter')
})

test('the same seed plans the same round, and its texts are found where they stand', () => {
  const [one, again] = [planFor(12, WAYS, diceFor(3, 12)), planFor(12, WAYS, diceFor(3, 12))]
  expect(again).toEqual(one)
  const [plain, threaded] = postsOf(one)
  expect(plain?.text.match(TEXTS)).toEqual(['round 12 plain.'])
  expect(threaded?.text.match(TEXTS)).toEqual(threaded?.parts)
})

test('requests that write are seen on the line, with their length', () => {
  const watch = http({ posts: /^POST \/posts/, uploads: /^PUT \/files/ }).watch()
  expect(watch(Buffer.from('GET /posts HTTP/1.1\r\n\r\n'))).toBeNull()
  const posted = Buffer.from('POST /posts HTTP/1.1\r\nContent-Length: 5\r\n\r\nhello')
  expect(watch(posted)).toEqual({ kind: 'post', length: posted.length })
  expect(watch(Buffer.from('PUT /files HTTP/1.1\r\n\r\n'))).toEqual({ kind: 'upload', length: null })
  const mail = smtp.watch()
  expect([mail(Buffer.from('DATA\r\n')), mail(Buffer.from('Subject: x'))]).toEqual([
    null,
    { kind: 'post', length: null },
  ])
})

test('an event that goes to a relay is seen behind its mask', () => {
  const frame = (text: string) => {
    const mask = Buffer.from([1, 2, 3, 4])
    const masked = Buffer.from(text).map((byte, at) => byte ^ (mask[at % 4] ?? 0))
    return Buffer.concat([Buffer.from([0x81, 0x80 | text.length]), mask, masked])
  }
  const [query, event] = [frame('["REQ","a",{}]'), frame('["EVENT",{"id":"a"}]')]
  expect(nostr.watch()(query)).toBeNull()
  expect(nostr.watch()(Buffer.concat([query, event]))).toEqual({ kind: 'post', length: query.length + event.length })
})
