import fc from 'fast-check'
import { expect, test } from 'vitest'
import { itemState, type ItemState } from '../../src-preload/contract/model/item.ts'
import { LIFECYCLE, type Move, type MoveKind, move } from '../../src-main/core/lifecycle.ts'
import { failedInEnglish } from '../../src-main/core/refusal.ts'
import type { ItemRecord } from '../../src-main/core/records.ts'
import { anItem } from '../fixtures/records.ts'

const trouble = failedInEnglish('unreachable', 'The server did not answer.', 'It is tried again.')
const remote = { id: 'at://x/1', url: null, parts: [] }

/** Every move there is; `give` is the claim that hands over. */
const moves: Record<MoveKind | 'give', (now: number) => Move> = {
  schedule: (now) => ({
    kind: 'schedule',
    schedule: { wall: '2026-12-01T09:00', zone: 'UTC', at: now, shift: null },
    charge: { feature: 'SCHEDULE_POST', credits: 2, at: now, standing: 'reserved' },
    slot: { planId: 'slp_0000000001', at: now },
  }),
  claim: (now) => ({ kind: 'claim', leaseUntil: now + 1000, marker: 'm' }),
  hold: (now) => ({ kind: 'hold', reason: 'unreachable', until: now + 5000, failure: trouble }),
  release: (now) => ({ kind: 'release', at: now }),
  succeed: () => ({ kind: 'succeed', remote }),
  reject: () => ({ kind: 'reject', failure: trouble }),
  lose: (now) => ({ kind: 'lose', failure: trouble, askAt: now + 2000 }),
  'ask-later': (now) => ({ kind: 'ask-later', failure: trouble, askAt: now + 5000 }),
  'settle-found': () => ({ kind: 'settle-found', remote }),
  'settle-absent': () => ({ kind: 'settle-absent' }),
  lapse: () => ({ kind: 'lapse', failure: trouble }),
  cancel: () => ({ kind: 'cancel' }),
  give: (now) => ({ kind: 'claim', leaseUntil: now + 1000, marker: 'm', handOver: true }),
  extend: (now) => ({ kind: 'extend', leaseUntil: now + 2000 }),
  entrust: (now) => ({ kind: 'entrust', remote, askAt: now + 9000 }),
  postpone: (now) => ({ kind: 'postpone', until: now + 5000, failure: trouble }),
  'follow-later': (now) => ({ kind: 'follow-later', askAt: now + 5000, failure: null }),
  arrive: () => ({ kind: 'arrive', remote }),
  vanish: () => ({ kind: 'vanish', failure: trouble }),
  'take-back': (now) => ({ kind: 'take-back', lookAt: now + 5000 }),
}
const kinds = Object.keys(moves) as (keyof typeof moves)[]

/** Where an item may be with regard to its channel's schedule: not there, on its way there, held there. */
const HELD = { no: null, onItsWay: { remote: null, since: 0 }, there: { remote, since: 0 } } as const

/** What of the table holds for an item that its channel holds, or is being handed: the rest is refused. */
const legalWith = (held: keyof typeof HELD, state: ItemState, kind: MoveKind): boolean => {
  const ofHeld: MoveKind[] = ['follow-later', 'arrive', 'vanish', 'take-back']
  if (state === 'scheduled') return ofHeld.includes(kind) === (held !== 'no')
  if (kind === 'entrust' || kind === 'postpone') return held !== 'no'
  return !(state === 'publishing' && held !== 'no' && (kind === 'succeed' || kind === 'hold'))
}

test('every state and every move is either in the table or refused with a typed failure', () => {
  for (const state of itemState.options) {
    for (const name of kinds) {
      for (const held of ['no', 'onItsWay', 'there'] as const) {
        const by = moves[name](1000)
        const reply = move(anItem({ state, held: HELD[held] }), by, 1000)
        const target = legalWith(held, state, by.kind) ? LIFECYCLE[state][by.kind] : undefined
        if (target) expect(reply).toMatchObject({ ok: true, value: { state: target } })
        else expect(reply).toMatchObject({ ok: false, failure: { code: 'illegal-transition' } })
      }
    }
  }
})

test('whatever happens, what its channel holds is not sent from here before it was taken back', () => {
  fc.assert(
    fc.property(anyStory, (steps) => {
      for (const { kind, before, after } of steps) {
        if (kind === 'claim' || kind === 'give') expect(before.held).toBeNull()
        expect(after.held !== null && after.held.remote !== null).toBe(
          after.held !== null && after.state === 'scheduled',
        )
        if (after.held) expect(['scheduled', 'publishing', 'unconfirmed']).toContain(after.state)
        if (after.held?.remote && after.state === 'scheduled') expect(after.nextAt).not.toBeNull()
      }
    }),
  )
})

test('what is taken back is planned anew: its channel may know the old marker still', () => {
  const held = anItem({ state: 'scheduled', held: HELD.there, marker: 'chosen' })
  expect(move(held, moves['take-back'](5), 5)).toMatchObject({ ok: true, value: { marker: null, held: null } })
})

test('what a channel published counts from the time it was given, however late that is learnt', () => {
  const schedule = { wall: '2026-12-01T09:00', zone: 'UTC', at: 5000, shift: null }
  const held = anItem({ state: 'scheduled', held: HELD.there, schedule })
  expect(move(held, moves.arrive(90_000), 90_000)).toMatchObject({ ok: true, value: { publishedAt: 5000 } })
})

test('handing over leaves the charge where it counts', () => {
  const charge = { feature: 'SCHEDULE_POST', credits: 2, at: 9000, standing: 'reserved' } as const
  const item = anItem({ state: 'scheduled', charge })
  expect(move(item, moves.give(5), 5)).toMatchObject({ ok: true, value: { charge } })
  expect(move(item, moves.claim(5), 5)).toMatchObject({ ok: true, value: { charge: { at: 5 } } })
})

test('the table is exactly the one that was agreed', () => {
  expect(LIFECYCLE).toMatchInlineSnapshot(`
    {
      "cancelled": {
        "lapse": "missed",
        "schedule": "scheduled",
      },
      "draft": {
        "schedule": "scheduled",
      },
      "failed": {
        "schedule": "scheduled",
      },
      "missed": {
        "cancel": "cancelled",
        "schedule": "scheduled",
      },
      "published": {},
      "publishing": {
        "entrust": "scheduled",
        "extend": "publishing",
        "hold": "waiting",
        "lose": "unconfirmed",
        "postpone": "scheduled",
        "reject": "failed",
        "succeed": "published",
      },
      "scheduled": {
        "arrive": "published",
        "cancel": "cancelled",
        "claim": "publishing",
        "follow-later": "scheduled",
        "hold": "waiting",
        "lapse": "missed",
        "lose": "unconfirmed",
        "postpone": "scheduled",
        "schedule": "scheduled",
        "take-back": "scheduled",
        "vanish": "failed",
      },
      "unconfirmed": {
        "ask-later": "unconfirmed",
        "entrust": "scheduled",
        "lapse": "missed",
        "settle-absent": "scheduled",
        "settle-found": "published",
      },
      "waiting": {
        "cancel": "cancelled",
        "claim": "publishing",
        "hold": "waiting",
        "lapse": "missed",
        "lose": "unconfirmed",
        "release": "waiting",
        "schedule": "scheduled",
      },
    }
  `)
})

/** Runs random moves, leaving out what is refused, and gives every record on the way. */
const story = (
  chosen: readonly (keyof typeof moves)[],
): { kind: keyof typeof moves; before: ItemRecord; after: ItemRecord }[] => {
  let item = anItem({ state: 'draft' })
  const steps: ReturnType<typeof story> = []
  for (const [index, kind] of chosen.entries()) {
    const reply = move(item, moves[kind](index * 1000), index * 1000)
    if (!reply.ok) continue
    steps.push({ kind, before: item, after: reply.value })
    item = reply.value
  }
  return steps
}
const anyStory = fc.array(fc.constantFrom(...kinds), { maxLength: 60 }).map(story)

test('whatever happens, an item is claimed only from rest and never after it was published', () => {
  fc.assert(
    fc.property(anyStory, (steps) => {
      const published = steps.findIndex(({ after }) => after.state === 'published')
      if (published !== -1) expect(steps.slice(published + 1)).toEqual([])
      for (const { kind, before } of steps) {
        if (kind === 'claim' || kind === 'give') expect(['scheduled', 'waiting']).toContain(before.state)
      }
    }),
  )
})

test('whatever happens, an item that was sent and lost is never sent again before it was settled', () => {
  fc.assert(
    fc.property(anyStory, (steps) => {
      let lost = false
      for (const { kind } of steps) {
        if (kind === 'lose') lost = true
        if (kind === 'settle-absent' || kind === 'settle-found' || kind === 'entrust') lost = false
        if (kind === 'claim' || kind === 'give') expect(lost).toBe(false)
      }
    }),
  )
})

test('whatever happens, what belongs to a state is there in that state and gone in the next', () => {
  const looksAhead: ItemState[] = ['scheduled', 'publishing']
  fc.assert(
    fc.property(anyStory, (steps) => {
      for (const { after } of steps) {
        expect(after.waiting !== null).toBe(after.state === 'waiting')
        expect(after.leaseUntil !== null).toBe(after.state === 'publishing')
        expect(after.remote !== null).toBe(after.state === 'published')
        if (looksAhead.includes(after.state)) expect(after.nextAt).not.toBeNull()
        if (['published', 'failed', 'missed', 'cancelled'].includes(after.state)) expect(after.nextAt).toBeNull()
      }
    }),
  )
})

test('a wait keeps the time at which it began while its reason stays the same', () => {
  const first = move(anItem({ state: 'scheduled' }), moves.hold(1000), 1000)
  const second = first.ok ? move(first.value, moves.hold(9000), 9000) : first
  expect(second).toMatchObject({ ok: true, value: { waiting: { since: 1000 } } })
})

test('only what was on its way counts as tried', () => {
  const held = (state: 'scheduled' | 'publishing') => move(anItem({ state, tries: 1 }), moves.hold(1000), 1000)
  expect(held('scheduled')).toMatchObject({ ok: true, value: { tries: 1 } })
  expect(held('publishing')).toMatchObject({ ok: true, value: { tries: 2 } })
})

test('a retry keeps the marker and the parts that stand already', () => {
  const item = anItem({ state: 'failed', marker: 'chosen', parts: [{ id: '1', url: null }] })
  expect(move(item, moves.schedule(5), 5)).toMatchObject({
    ok: true,
    value: { marker: 'chosen', parts: [{ id: '1', url: null }] },
  })
})

test('an item takes from the meters exactly while it is planned, on its way or published, and holds its slot as long', () => {
  const TAKES: readonly ItemState[] = ['scheduled', 'waiting', 'publishing', 'unconfirmed', 'published']
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...kinds), { maxLength: 30 }), (story) => {
      let item: ItemRecord = anItem({ state: 'draft' })
      for (const [step, kind] of story.entries()) {
        const reply = move(item, moves[kind](1000 + step), 1000 + step)
        if (reply.ok) item = reply.value
        expect(item.charge !== null).toBe(TAKES.includes(item.state))
        expect(item.slot !== null).toBe(TAKES.includes(item.state))
        if (item.charge) expect(item.charge.standing).toBe(item.state === 'published' ? 'consumed' : 'reserved')
      }
    }),
  )
})
