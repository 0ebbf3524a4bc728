import { Pencil, Send, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Hook } from '../../src-preload/contract/model/hook.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { say } from '../words/say.ts'
import { Deliveries } from './deliveries.tsx'
import { eventName, EVENTS } from './hook-events.ts'

type HookCardProps = { hook: Hook; onChange: () => void; onRemove: () => void }

/** One address: what it is told, and what came of it. */
export const HookCard = ({ hook, onChange, onRemove }: HookCardProps) => {
  const { link, settle } = useDesk()
  const [open, setOpen] = useState(false)
  /** Counts what was sent from here, so that the log is read again. */
  const [sent, setSent] = useState(0)
  const [testing, setTesting] = useState(false)
  const test = async (): Promise<void> => {
    setTesting(true)
    const reply = await link.bridge.call('hooks.test', { hookId: hook.id })
    setTesting(false)
    if (!settle(reply)) return
    setOpen(true)
    setSent((before) => before + 1)
  }
  return (
    <li className="hook-card" aria-label={hook.url}>
      <div className="hook-top">
        <div>
          <p className="path">{hook.url}</p>
          <p className="faint">
            {hook.events.length === EVENTS.length ? say('webhooks.everything') : hook.events.map(eventName).join(' · ')}
          </p>
        </div>
        <Chip tone={hook.active ? 'green' : 'grey'}>{hook.active ? say('webhooks.on') : say('webhooks.off')}</Chip>
      </div>
      <div className="hook-actions">
        <Button
          size="small"
          isPending={testing}
          icon={<Send size="0.9375rem" aria-hidden="true" />}
          onPress={() => void test()}
        >
          {say('webhooks.send-test')}
        </Button>
        <Button size="small" look="quiet" aria-expanded={open} onPress={() => setOpen(!open)}>
          {open ? say('webhooks.hide-log') : say('webhooks.show-log')}
        </Button>
        <IconButton size="small" label={say('webhooks.change')} icon={<Pencil size="0.9375rem" />} onPress={onChange} />
        <IconButton
          size="small"
          label={say('webhooks.remove-it')}
          icon={<Trash2 size="0.9375rem" />}
          onPress={onRemove}
        />
      </div>
      {open && <Deliveries key={sent} hookId={hook.id} />}
    </li>
  )
}
