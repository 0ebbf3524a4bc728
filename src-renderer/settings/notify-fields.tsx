import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { SwitchField } from '../ui/switch-field.tsx'
import { say } from '../words/say.ts'
import { useUpdate } from './use-update.ts'

const OCCASIONS = ['published', 'failed', 'missed'] as const

/** What the system tells the person of. */
export const NotifyFields = () => {
  const { settings } = useDesk()
  const notify = useStore(settings.state, (s) => s.notify)
  const update = useUpdate()
  return OCCASIONS.map((occasion) => (
    <SwitchField
      key={occasion}
      label={say(`settings.when-${occasion}`)}
      on={notify[occasion]}
      onChange={(on) => update({ notify: { ...notify, [occasion]: on } })}
    />
  ))
}
