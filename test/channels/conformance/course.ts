import type { ItemState, WaitingReason } from '../../../src-preload/contract/model/item.ts'
import { afterLookup, afterOutcome } from '../../../src-main/app/after-outcome.ts'
import type { Lookup, Outcome } from '../../../src-main/channels/channel.ts'
import { move, type Move } from '../../../src-main/core/lifecycle.ts'
import type { ItemRecord } from '../../../src-main/core/records.ts'
import { anItem } from '../../fixtures/records.ts'

/** What an item is, as a person sees it: its state, and what it waits for. */
export type Standing = ItemState | `waiting: ${WaitingReason}`

/** The item of one trial: the moves of the app's own lifecycle are made with it, and where it went is told. */
export const createCourse = (canAsk: boolean, now: () => number) => {
  const went: Standing[] = []
  let item = anItem({ state: 'scheduled' })
  const make = (by: Move): void => {
    const moved = move(item, by, now())
    if (!moved.ok) throw new Error(moved.failure.message)
    item = moved.value
  }
  const note = () => {
    const standing = standingOf(item)
    if (went.at(-1) !== standing) went.push(standing)
  }
  return {
    went,
    sent: (outcome: Outcome) => {
      make({ kind: 'claim', leaseUntil: now(), marker: null })
      make(afterOutcome(item, outcome, canAsk, now(), () => 0.5))
      note()
    },
    asked: (answer: Lookup) => {
      make(afterLookup(item, answer, now(), () => 0.5))
      // Scheduled for now, it is on its way again.
      if (answer.kind !== 'absent') note()
    },
  }
}

const standingOf = ({ state, waiting }: ItemRecord): Standing =>
  state === 'waiting' && waiting ? `waiting: ${waiting.reason}` : state
