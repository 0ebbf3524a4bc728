import { CalendarPlus } from 'lucide-react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { nextFree } from '../../slots/slots-store.ts'
import { formatMoment } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'
import type { MenuEntry } from '../../ui/menu.tsx'
import { say } from '../../words/say.ts'

/** Adding to the queue of each plan, with the time that it comes to. */
export const useSlotEntries = (add: (planId: string) => void): MenuEntry[] => {
  const { slots, settings } = useDesk()
  const state = useStore(slots.state)
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const plans = state.plans.filter((plan) => plan.times.length > 0)
  return plans.map((plan) => {
    const at = nextFree(state, plan.id, now)
    return {
      key: `slot ${plan.id}`,
      label: plans.length > 1 ? say('composer.add-to-plan', { plan: plan.name }) : say('composer.add-to-queue'),
      icon: <CalendarPlus size="1rem" />,
      ...(at === null ? {} : { note: formatMoment(at, zone, now) }),
      run: () => add(plan.id),
    }
  })
}
