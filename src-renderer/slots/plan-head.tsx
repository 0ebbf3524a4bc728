import { Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { SlotPlan } from '../../src-preload/contract/model/slot-plan.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatClock, zoneCity } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { IconButton } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { say } from '../words/say.ts'
import { PlanDialog } from './plan-dialog.tsx'

/** What the plan is called, and the zone its times are in. */
export const PlanHead = ({ plan }: { plan: SlotPlan }) => {
  const { slots, toasts } = useDesk()
  const [doing, setDoing] = useState<'editing' | 'deleting' | null>(null)
  const now = useNow(60_000)
  const { name, zone, times } = plan
  return (
    <header className="plan-head">
      <div>
        <h2>{name}</h2>
        <p className="faint">
          {say('slots.in-week', { count: times.length, city: zoneCity(zone), clock: formatClock(now, zone) })}
        </p>
      </div>
      <IconButton
        label={say('slots.edit-named', { name })}
        icon={<Pencil size="1rem" />}
        onPress={() => setDoing('editing')}
      />
      <IconButton
        label={say('slots.delete-named', { name })}
        icon={<Trash2 size="1rem" />}
        onPress={() => setDoing('deleting')}
      />
      {doing === 'editing' && <PlanDialog plan={plan} onClose={() => setDoing(null)} />}
      {doing === 'deleting' && (
        <ConfirmDialog
          title={say('slots.delete-question', { name })}
          confirm={say('common.delete')}
          danger
          onClose={() => setDoing(null)}
          onConfirm={async () => {
            const failure = await slots.remove(plan.id)
            if (failure === null) toasts.tell(say('slots.deleted', { name }))
            return failure
          }}
        >
          <p>{say('slots.delete-how')}</p>
        </ConfirmDialog>
      )}
    </header>
  )
}
