import { useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { SlotPlan, SlotTime } from '../../src-preload/contract/model/slot-plan.ts'
import { useDesk } from '../shell/desk-context.ts'
import { weekDays } from '../time/week-days.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { say } from '../words/say.ts'
import { AddTime } from './add-time.tsx'
import { DaySlots } from './day-slots.tsx'
import { clockName, dayName, daysName, timesOn, withoutTime, withTimes } from './week.ts'

/** The week of a plan. Every change is kept at once; what was taken out can be had back. */
export const WeekEditor = ({ plan }: { plan: SlotPlan }) => {
  const { slots, toasts } = useDesk()
  const [failure, setFailure] = useState<Failure | null>(null)

  const keep = async (times: readonly SlotTime[]): Promise<boolean> => {
    const { id, name, zone } = plan
    const reply = await slots.save({ planId: id, name, zone, times: [...times] })
    setFailure(reply.ok ? null : reply.failure)
    return reply.ok
  }
  const add = async (days: readonly number[], time: string): Promise<void> => {
    const times = withTimes(plan.times, days, time)
    if (times.length === plan.times.length) return void toasts.tell(say('slots.has-already'))
    if (await keep(times)) toasts.tell(say('slots.added', { time: clockName(time), days: daysName(days) }))
  }
  const remove = async (gone: SlotTime): Promise<void> => {
    const { times } = plan
    if (!(await keep(withoutTime(times, gone)))) return
    toasts.tell(say('slots.removed', { day: dayName(gone.day), time: clockName(gone.time) }), [
      { label: say('common.undo'), run: () => void keep(times) },
    ])
  }
  return (
    <section className="week" aria-label={say('slots.week')}>
      {failure !== null && <FailureNote failure={failure} />}
      <div className="week-days">
        {weekDays().map((day) => (
          <DaySlots
            key={day}
            day={day}
            times={timesOn(plan.times, day)}
            onRemove={(time) => void remove({ day, time })}
          />
        ))}
      </div>
      <AddTime onAdd={(days, time) => void add(days, time)} />
    </section>
  )
}
