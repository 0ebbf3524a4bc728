import { useId, useState } from 'react'
import { useStore } from 'zustand'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { SlotPlan, SlotTime } from '../../src-preload/contract/model/slot-plan.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { clockName, WEEK, withTimes } from './week.ts'

const WEEKDAYS = [1, 2, 3, 4, 5]

const BEGINNINGS: readonly { key: string; label: string; times: readonly SlotTime[] }[] = [
  { key: 'weekdays', label: `Weekdays at ${clockName('09:00')}`, times: withTimes([], WEEKDAYS, '09:00') },
  {
    key: 'twice',
    label: `Every day at ${clockName('09:00')} and ${clockName('18:00')}`,
    times: withTimes(withTimes([], WEEK, '09:00'), WEEK, '18:00'),
  },
  { key: 'empty', label: 'No slots: I add them myself', times: [] },
]

type PlanDialogProps = {
  /** Null: a new one. */
  plan: SlotPlan | null
  onDone?: (plan: SlotPlan) => void
  onClose: () => void
}

/** A plan's name and zone, and what a new one begins with. */
export const PlanDialog = ({ plan, onDone, onClose }: PlanDialogProps) => {
  const { slots, settings } = useDesk()
  const own = useStore(settings.state, (s) => s.zone)
  const formId = useId()
  const [name, setName] = useState(plan?.name ?? 'My week')
  const [zone, setZone] = useState(plan?.zone ?? own)
  const [beginning, setBeginning] = useState('weekdays')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  const save = async (): Promise<void> => {
    setBusy(true)
    const times = plan?.times ?? BEGINNINGS.find((one) => one.key === beginning)?.times ?? []
    const reply = await slots.save({ ...(plan === null ? {} : { planId: plan.id }), name, zone, times: [...times] })
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    onDone?.(reply.value)
    onClose()
  }
  const aboutName = failure?.field === 'name'
  return (
    <Dialog
      title={plan === null ? 'New plan of slots' : `Edit ${plan.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>Cancel</Button>
          <Button look="primary" type="submit" form={formId} isPending={busy}>
            {plan === null ? 'Make the plan' : 'Save'}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {failure !== null && !aboutName && <FailureNote failure={failure} />}
        <TextField label="Name" first value={name} onChange={setName} failure={aboutName ? failure : null} />
        <ZoneField
          label="Time zone"
          description="Its times are wall times there, in summer and in winter."
          zone={zone}
          onChange={setZone}
        />
        {plan === null && (
          <SelectField
            label="Begin with"
            chosen={beginning}
            onChoose={setBeginning}
            options={BEGINNINGS.map(({ key, label }) => ({ key, label }))}
          />
        )}
      </form>
    </Dialog>
  )
}
