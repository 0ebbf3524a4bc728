import { Plus, Webhook } from 'lucide-react'
import { useState } from 'react'
import type { Hook } from '../../src-preload/contract/model/hook.ts'
import { useDesk } from '../shell/desk-context.ts'
import { useReply } from '../shell/use-reply.ts'
import { OnceDialog } from '../shell/once-dialog.tsx'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { HookCard } from './hook-card.tsx'
import { HookDialog } from './hook-dialog.tsx'
import './webhooks.css'

type Doing =
  | { kind: 'adding' }
  | { kind: 'changing' | 'removing'; hook: Hook }
  | { kind: 'showing'; secret: string; url: string }

/** Addresses that are told what happens. */
export const WebhooksPage = () => {
  const { link, toasts } = useDesk()
  const { value, failure, again } = useReply('hooks.list', {})
  const [doing, setDoing] = useState<Doing | null>(null)
  const hooks = value?.entries ?? null
  const close = (): void => setDoing(null)
  const add = (
    <Button look="primary" icon={<Plus size="1rem" aria-hidden="true" />} onPress={() => setDoing({ kind: 'adding' })}>
      {say('webhooks.add')}
    </Button>
  )
  return (
    <>
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button size="small" onPress={again}>
            {say('common.try-again')}
          </Button>
        </FailureNote>
      )}
      {hooks === null && failure === null && <RowsSkeleton rows={2} />}
      {hooks !== null && hooks.length === 0 && (
        <EmptyState icon={<Webhook size="1.625rem" />} title={say('webhooks.none')} actions={add}>
          <p>{say('webhooks.none-how')}</p>
        </EmptyState>
      )}
      {hooks !== null && hooks.length > 0 && (
        <>
          <div className="hooks-head">{add}</div>
          <ul className="hooks" aria-label={say('webhooks.title')}>
            {hooks.map((hook) => (
              <HookCard
                key={hook.id}
                hook={hook}
                onChange={() => setDoing({ kind: 'changing', hook })}
                onRemove={() => setDoing({ kind: 'removing', hook })}
              />
            ))}
          </ul>
        </>
      )}
      {(doing?.kind === 'adding' || doing?.kind === 'changing') && (
        <HookDialog
          hook={doing.kind === 'changing' ? doing.hook : null}
          onSaved={({ secret, url }) => {
            again()
            setDoing(secret === null ? null : { kind: 'showing', secret, url })
          }}
          onClose={close}
        />
      )}
      {doing?.kind === 'showing' && (
        <OnceDialog
          title={say('webhooks.secret-title')}
          what={say('webhooks.what-secret')}
          secret={doing.secret}
          onClose={close}
        >
          <p>{say('webhooks.secret-how', { host: new URL(doing.url).host })}</p>
        </OnceDialog>
      )}
      {doing?.kind === 'removing' && (
        <ConfirmDialog
          title={say('webhooks.remove-question')}
          confirm={say('webhooks.remove')}
          danger
          onClose={close}
          onConfirm={async () => {
            const reply = await link.bridge.call('hooks.remove', { hookId: doing.hook.id })
            if (!reply.ok) return reply.failure
            again()
            toasts.tell(say('webhooks.removed'))
            return null
          }}
        >
          <p className="path">{doing.hook.url}</p>
          <p>{say('webhooks.remove-how')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
