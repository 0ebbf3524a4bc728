import type { Post, When } from '../../../src-preload/contract/model/post.ts'
import { sharedTime, timeTyped } from '../draft/own-times.ts'
import type { SlotPlan } from '../../../src-preload/contract/model/slot-plan.ts'

/** When the post is to go out, as chosen here. */
export type WhenChoice =
  | { kind: 'now' }
  | { kind: 'at'; wall: string; zone: string }
  /** The next slot of the plan that is free when it is handed over. */
  | { kind: 'slot'; planId: string }

export const NOW: WhenChoice = { kind: 'now' }

/** What a new post starts with: who has slots means to fill them. */
export const firstChoice = (plans: readonly SlotPlan[]): WhenChoice => {
  const plan = plans.find(({ times }) => times.length > 0)
  return plan === undefined ? NOW : { kind: 'slot', planId: plan.id }
}

/** The time a queued post is set for; otherwise what new posts start with. */
export const chosenWhen = (post: Post | null, otherwise: WhenChoice = NOW): WhenChoice => {
  const shared = sharedTime(post)
  return shared === null ? otherwise : { kind: 'at', ...timeTyped(shared) }
}

export const whenOf = (choice: WhenChoice): When => choice

export const isSameChoice = (a: WhenChoice, b: WhenChoice): boolean => {
  if (a.kind === 'at' && b.kind === 'at') return a.wall === b.wall && a.zone === b.zone
  if (a.kind === 'slot' && b.kind === 'slot') return a.planId === b.planId
  return a.kind === b.kind
}
