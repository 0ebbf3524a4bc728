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
      Add a webhook
    </Button>
  )
  return (
    <>
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button size="small" onPress={again}>
            Try again
          </Button>
        </FailureNote>
      )}
      {hooks === null && failure === null && <RowsSkeleton rows={2} />}
      {hooks !== null && hooks.length === 0 && (
        <EmptyState icon={<Webhook size="1.625rem" />} title="No webhooks" actions={add}>
          <p>
            A webhook is an address that Posthorn tells what happens: a post is scheduled, published or fails, an
            account signs out. Each message is signed.
          </p>
        </EmptyState>
      )}
      {hooks !== null && hooks.length > 0 && (
        <>
          <div className="hooks-head">{add}</div>
          <ul className="hooks" aria-label="Webhooks">
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
          title="The secret that messages are signed with"
          what="secret"
          secret={doing.secret}
          onClose={close}
        >
          <p>
            Copy it now to where {new URL(doing.url).host} checks the signature: it is never shown again. Messages are
            signed as Standard Webhooks are, so a library checks them.
          </p>
        </OnceDialog>
      )}
      {doing?.kind === 'removing' && (
        <ConfirmDialog
          title="Remove this webhook?"
          confirm="Remove"
          danger
          onClose={close}
          onConfirm={async () => {
            const reply = await link.bridge.call('hooks.remove', { hookId: doing.hook.id })
            if (!reply.ok) return reply.failure
            again()
            toasts.tell('The webhook is removed.')
            return null
          }}
        >
          <p className="path">{doing.hook.url}</p>
          <p>It is told nothing any more, and its log goes with it.</p>
        </ConfirmDialog>
      )}
    </>
  )
}
