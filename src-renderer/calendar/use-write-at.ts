import { useCallback } from 'react'
import type { WhenChoice } from '../composer/send/when-choice.ts'
import { useDesk } from '../shell/desk-context.ts'
import { nextFree } from '../slots/slots-store.ts'
import { wallAt } from '../time/wall-time.ts'
import type { WordKey } from '../words/en.ts'
import type { DayPlan, SlotStop } from './groups.ts'

/** A post for a day without a slot is meant for this hour. */
const MORNING = '09:00'
const HOUR = 3_600_000

type Around = {
  zone: string
  today: string
  plans: ReadonlyMap<string, DayPlan>
  refuse: (key: WordKey, place: null) => void
}

/** Opens a blank page for a time of the calendar. */
export const useWriteAt = ({ zone, today, plans, refuse }: Around) => {
  const { composer, route, slots } = useDesk()

  const begin = useCallback(
    (when: WhenChoice) => {
      composer.startNew(when)
      route.go({ room: 'compose', postId: null })
    },
    [composer, route],
  )
  const write = useCallback(
    ({ at, slot }: SlotStop) => {
      // The next free one is taken as a slot; one behind it can only be meant by its time.
      const isNext = nextFree(slots.state.getState(), slot.planId, Date.now()) === at
      begin(
        isNext ? { kind: 'slot', planId: slot.planId } : { kind: 'at', wall: wallAt(at, slot.zone), zone: slot.zone },
      )
    },
    [begin, slots],
  )
  const writeOn = useCallback(
    (day: string) => {
      if (day < today) return refuse('calendar.refused-past', null)
      const free = plans.get(day)?.stops.find((stop): stop is SlotStop => stop.kind === 'slot' && stop.at > Date.now())
      if (free !== undefined) return write(free)
      const inOneHour = wallAt(Math.ceil((Date.now() + 60_000) / HOUR) * HOUR, zone)
      const wall = day === today ? inOneHour : `${day}T${MORNING}`
      begin({ kind: 'at', wall: wall < inOneHour ? inOneHour : wall, zone })
    },
    [begin, plans, refuse, today, write, zone],
  )
  return { write, writeOn }
}
