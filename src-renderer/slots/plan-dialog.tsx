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
import { say } from '../words/say.ts'
import { clockName, withTimes } from './week.ts'

const WEEKDAYS = [1, 2, 3, 4, 5]
const EVERY_DAY = [...WEEKDAYS, 6, 7]

const MORNING = '09:00'
const EVENING = '18:00'

/** What a plan can begin with. */
const BEGINNINGS = {
  weekdays: withTimes([], WEEKDAYS, MORNING),
  twice: withTimes(withTimes([], EVERY_DAY, MORNING), EVERY_DAY, EVENING),
  empty: [],
} as const satisfies Record<string, readonly SlotTime[]>
type Beginning = keyof typeof BEGINNINGS

const beginningName = (key: Beginning): string =>
  say(`slots.begin-${key}`, { morning: clockName(MORNING), evening: clockName(EVENING) })

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
  const [name, setName] = useState(() => plan?.name ?? say('slots.my-week'))
  const [zone, setZone] = useState(plan?.zone ?? own)
  const [beginning, setBeginning] = useState<Beginning>('weekdays')
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)

  const save = async (): Promise<void> => {
    setBusy(true)
    const times = plan?.times ?? BEGINNINGS[beginning]
    const reply = await slots.save({ ...(plan === null ? {} : { planId: plan.id }), name, zone, times: [...times] })
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    onDone?.(reply.value)
    onClose()
  }
  const aboutName = failure?.field === 'name'
  return (
    <Dialog
      title={plan === null ? say('slots.new-title') : say('slots.edit-named', { name: plan.name })}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isPending={busy}>
            {plan === null ? say('slots.make-plan-now') : say('common.save')}
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
        <TextField
          label={say('slots.name')}
          first
          value={name}
          onChange={setName}
          failure={aboutName ? failure : null}
        />
        <ZoneField label={say('slots.zone')} description={say('slots.zone-how')} zone={zone} onChange={setZone} />
        {plan === null && (
          <SelectField
            label={say('slots.begin-with')}
            chosen={beginning}
            onChoose={setBeginning}
            options={(['weekdays', 'twice', 'empty'] as const).map((key) => ({ key, label: beginningName(key) }))}
          />
        )}
      </form>
    </Dialog>
  )
}
