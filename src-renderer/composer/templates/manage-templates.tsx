import { Hash, Pencil, Text, Trash2 } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Template } from '../../../src-preload/contract/model/template.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { IconButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { say } from '../../words/say.ts'
import { TemplateDialog } from './template-dialog.tsx'

/** Every template and set of hashtags, to be changed and taken away. */
export const ManageTemplates = ({ onClose }: { onClose: () => void }) => {
  const { templates } = useDesk()
  const entries = useStore(templates.state, (s) => s.entries)
  const [changed, setChanged] = useState<Template | null>(null)
  const remove = useRemove()
  if (changed !== null) return <TemplateDialog template={changed} onClose={() => setChanged(null)} />
  return (
    <Dialog title={say('composer.template-title-manage')} onClose={onClose}>
      {entries.length === 0 && <p className="soft">{say('composer.template-empty')}</p>}
      <ul className="template-rows">
        {entries.map((one) => (
          <li key={one.id}>
            {one.kind === 'hashtags' ? (
              <Hash size="1rem" aria-label={say('composer.template-kind-hashtags')} />
            ) : (
              <Text size="1rem" aria-label={say('composer.template-kind-text')} />
            )}
            <span className="template-words">
              <strong>{one.name}</strong>
              <span className="faint">{one.text}</span>
            </span>
            <IconButton
              size="small"
              label={say('composer.template-change', { name: one.name })}
              icon={<Pencil size="1rem" />}
              onPress={() => setChanged(one)}
            />
            <IconButton
              size="small"
              label={say('composer.template-remove', { name: one.name })}
              icon={<Trash2 size="1rem" />}
              onPress={() => void remove(one)}
            />
          </li>
        ))}
      </ul>
    </Dialog>
  )
}

/** Takes one away; undone, it is made again. */
const useRemove = (): ((template: Template) => Promise<void>) => {
  const { templates, past, settle } = useDesk()
  return async ({ id, kind, name, text }) => {
    let now = id
    const removeIt = async (): Promise<Failure | null> => {
      const reply = await templates.remove(now)
      return reply.ok ? null : reply.failure
    }
    const makeIt = async (): Promise<Failure | null> => {
      const reply = await templates.save({ kind, name, text })
      if (!reply.ok) return reply.failure
      now = reply.value.id
      return null
    }
    const failure = await removeIt()
    if (failure !== null) return void settle({ ok: false, failure })
    past.did({ says: say('composer.template-removed', { name }), undo: makeIt, redo: removeIt })
  }
}
