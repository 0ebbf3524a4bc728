import { Check } from 'lucide-react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { nextFree } from '../../slots/slots-store.ts'
import { formatMoment } from '../../time/format-time.ts'
import { Button } from '../../ui/button.tsx'
import { say } from '../../words/say.ts'
import type { WhenChoice } from './when-choice.ts'

type SlotChoicesProps = {
  chosen: WhenChoice | null
  now: number
  /** The person's own zone. */
  own: string
  onChoose: (choice: WhenChoice) => void
}

/** The next free slot of each plan. */
export const SlotChoices = ({ chosen, now, own, onChoose }: SlotChoicesProps) => {
  const slots = useStore(useDesk().slots.state)
  const { plans } = slots
  return plans
    .filter((plan) => plan.times.length > 0)
    .map((plan) => {
      const at = nextFree(slots, plan.id, now)
      return (
        <li key={plan.id}>
          <Button look="quiet" onPress={() => onChoose({ kind: 'slot', planId: plan.id })}>
            <span>{plans.length > 1 ? plan.name : say('composer.when-free-slot')}</span>
            {chosen?.kind === 'slot' && chosen.planId === plan.id ? (
              <Check size="0.9375rem" aria-label={say('composer.chosen')} />
            ) : (
              <span className="faint">{at === null ? '' : formatMoment(at, own, now)}</span>
            )}
          </Button>
        </li>
      )
    })
}
