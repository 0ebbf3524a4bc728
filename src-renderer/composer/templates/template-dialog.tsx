import { useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Template } from '../../../src-preload/contract/model/template.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { FailureNote } from '../../ui/failure-note.tsx'
import { Segments } from '../../ui/segments.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { say } from '../../words/say.ts'

type TemplateDialogProps = {
  /** Without an id it is a new one. */
  template: Pick<Template, 'kind' | 'text'> & Partial<Pick<Template, 'id' | 'name'>>
  onClose: () => void
}

/** Names words that are kept, or changes them. */
export const TemplateDialog = ({ template, onClose }: TemplateDialogProps) => {
  const { templates, toasts } = useDesk()
  const [kind, setKind] = useState(template.kind)
  const [name, setName] = useState(template.name ?? '')
  const [text, setText] = useState(template.text)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const save = async (): Promise<void> => {
    setBusy(true)
    const reply = await templates.save({
      ...(template.id === undefined ? {} : { templateId: template.id }),
      kind,
      name,
      text,
    })
    setBusy(false)
    if (!reply.ok) return setFailure(reply.failure)
    toasts.tell(say('composer.template-saved', { name: reply.value.name }))
    onClose()
  }
  const title =
    template.name === undefined
      ? say(kind === 'text' ? 'composer.template-title-text' : 'composer.template-title-hashtags')
      : say('composer.template-title-change', { name: template.name })
  const ofField = (field: string): Failure | null => (failure?.field === field ? failure : null)
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" isPending={busy} onPress={() => void save()}>
            {say('common.save')}
          </Button>
        </>
      }
    >
      {failure !== null && failure.field !== 'name' && failure.field !== 'text' && <FailureNote failure={failure} />}
      <form
        className="template-form"
        onSubmit={(event) => {
          event.preventDefault()
          event.stopPropagation()
          void save()
        }}
      >
        <Segments
          label={say('composer.templates')}
          chosen={kind}
          onChoose={setKind}
          options={[
            { key: 'text', label: say('composer.template-kind-text') },
            { key: 'hashtags', label: say('composer.template-kind-hashtags') },
          ]}
        />
        <TextField
          label={say('composer.template-name')}
          value={name}
          onChange={setName}
          maxLength={100}
          failure={ofField('name')}
          first
        />
        <TextField
          label={say('composer.template-text')}
          value={text}
          onChange={setText}
          lines={5}
          failure={ofField('text')}
        />
      </form>
    </Dialog>
  )
}
