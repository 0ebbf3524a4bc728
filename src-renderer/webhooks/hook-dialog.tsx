import { useId, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { Hook } from '../../src-preload/contract/model/hook.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import { eventName, EVENTS } from './hook-events.ts'

type HookDialogProps = {
  /** Null: a new one. */
  hook: Hook | null
  onSaved: (saved: Output<'hooks.save'>) => void
  onClose: () => void
}

/** Where to tell it, and what. */
export const HookDialog = ({ hook, onSaved, onClose }: HookDialogProps) => {
  const { link } = useDesk()
  const formId = useId()
  const [url, setUrl] = useState(hook?.url ?? '')
  const [events, setEvents] = useState(hook?.events ?? EVENTS)
  const [active, setActive] = useState(hook?.active ?? true)
  const [newSecret, setNewSecret] = useState(false)
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const save = async (): Promise<void> => {
    setBusy(true)
    const known = hook === null ? {} : { hookId: hook.id, newSecret }
    const reply = await link.bridge.call('hooks.save', { url: url.trim(), events, active, ...known })
    setBusy(false)
    if (reply.ok) onSaved(reply.value)
    else setFailure(reply.failure)
  }
  const aboutUrl = failure?.field === 'url'
  return (
    <Dialog
      title={hook === null ? say('webhooks.add') : say('webhooks.change')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" type="submit" form={formId} isPending={busy} isDisabled={events.length === 0}>
            {hook === null ? say('webhooks.add-it') : say('common.save')}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        {failure !== null && !aboutUrl && <FailureNote failure={failure} />}
        <TextField
          label={say('webhooks.address')}
          placeholder="https://"
          inputMode="url"
          first
          value={url}
          onChange={setUrl}
          failure={aboutUrl ? failure : null}
        />
        <fieldset className="checkbox-group">
          <legend>{say('webhooks.tell-when')}</legend>
          {EVENTS.map((event) => (
            <CheckboxField
              key={event}
              label={eventName(event)}
              on={events.includes(event)}
              onChange={(on) =>
                setEvents((before) => EVENTS.filter((one) => (one === event ? on : before.includes(one))))
              }
            />
          ))}
        </fieldset>
        <SwitchField label={say('webhooks.on')} on={active} onChange={setActive} />
        {hook !== null && <SwitchField label={say('webhooks.new-secret')} on={newSecret} onChange={setNewSecret} />}
      </form>
    </Dialog>
  )
}
