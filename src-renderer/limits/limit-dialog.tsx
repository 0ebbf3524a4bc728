import { useId, useState } from 'react'
import { useStore } from 'zustand'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { MeterState } from '../../src-preload/contract/model/quota.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { say } from '../words/say.ts'
import { LimitFields } from './limit-fields.tsx'
import { formOf, type LimitForm, meterOf } from './limit-form.ts'

type LimitDialogProps = {
  /** Null: a new one. */
  meter: MeterState | null
  onClose: () => void
}

/** Sets a limit, or changes one. */
export const LimitDialog = ({ meter, onClose }: LimitDialogProps) => {
  const { limits, link, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const formId = useId()
  const [form, setForm] = useState(() => formOf(meter, zone))
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const change = (by: Partial<LimitForm>): void => setForm((before) => ({ ...before, ...by }))
  const save = async (): Promise<void> => {
    setBusy(true)
    const meterId = meter?.id == null ? {} : { meterId: meter.id }
    const reply = await link.bridge.call('quota.save', { ...meterOf(form), ...meterId })
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    await limits.load()
    onClose()
  }
  return (
    <Dialog
      title={meter === null ? say('limits.add-title') : say('limits.change-title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isPending={busy}>
            {meter === null ? say('limits.add-it') : say('common.save')}
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
        {failure !== null && <FailureNote failure={failure} />}
        <LimitFields form={form} onChange={change} />
      </form>
    </Dialog>
  )
}
