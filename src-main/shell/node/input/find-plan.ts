import type { SlotPlan } from '../../../../src-preload/contract/model/slot-plan.ts'
import { refuseInEnglish } from '../../../core/refusal.ts'
import type { Caller } from '../caller/caller.ts'

/** The plan of slots a person named by its id or its name, without regard to case. */
export const findPlan = async (caller: Caller, wanted: string): Promise<SlotPlan> => {
  const { entries } = await caller.call('slots.list', {})
  return (
    entries.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted.toLowerCase()) ??
    refuseInEnglish(
      'not-found',
      `There is no plan of slots named "${wanted}".`,
      entries.length > 0
        ? `Use one of: ${entries.map(({ name }) => name).join(', ')}.`
        : 'Make one with "posthorn slots save".',
    )
  )
}
