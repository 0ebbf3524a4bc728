import { KeyRound, Plus } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { ApiKey } from '../../src-preload/contract/model/key.ts'
import { useDesk } from '../shell/desk-context.ts'
import { useReply } from '../shell/use-reply.ts'
import { OnceDialog } from '../shell/once-dialog.tsx'
import { formatMomentInText } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { NewKeyDialog } from './new-key-dialog.tsx'
import './programs.css'

type Doing = { kind: 'making' } | { kind: 'showing'; key: string; name: string } | { kind: 'revoking'; key: ApiKey }

/** The keys that programs hold: made here, shown once, taken back. */
export const Keys = () => {
  const { link, toasts } = useDesk()
  const { value, failure, again } = useReply('keys.list', {})
  const [doing, setDoing] = useState<Doing | null>(null)
  const keys = value?.entries ?? null
  const held = keys?.filter((key) => key.revokedAt === null) ?? []
  const revoked = keys?.filter((key) => key.revokedAt !== null) ?? []
  const close = (): void => setDoing(null)
  return (
    <>
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button size="small" onPress={again}>
            Try again
          </Button>
        </FailureNote>
      )}
      {keys === null && failure === null && <RowsSkeleton rows={2} />}
      {keys !== null && held.length === 0 && (
        <p className="soft">No program has a key. Make one for each, so that each can be taken back by itself.</p>
      )}
      {held.length > 0 && (
        <ul className="program-list" aria-label="Keys">
          {held.map((key) => (
            <KeyLine key={key.id} apiKey={key} onRevoke={() => setDoing({ kind: 'revoking', key })} />
          ))}
        </ul>
      )}
      <Button icon={<Plus size="1rem" aria-hidden="true" />} onPress={() => setDoing({ kind: 'making' })}>
        Make a key
      </Button>
      {revoked.length > 0 && (
        <details className="settings-more">
          <summary>Revoked keys ({revoked.length})</summary>
          <ul className="program-list" aria-label="Revoked keys">
            {revoked.map((key) => (
              <KeyLine key={key.id} apiKey={key} />
            ))}
          </ul>
        </details>
      )}
      {doing?.kind === 'making' && (
        <NewKeyDialog
          onMade={({ key, name }) => {
            again()
            setDoing({ kind: 'showing', key, name })
          }}
          onClose={close}
        />
      )}
      {doing?.kind === 'showing' && (
        <OnceDialog title={`Key for ${doing.name}`} what="key" secret={doing.key} onClose={close}>
          <p>Copy it now: Posthorn keeps only its fingerprint and cannot show it again.</p>
        </OnceDialog>
      )}
      {doing?.kind === 'revoking' && (
        <ConfirmDialog
          title={`Revoke the key of ${doing.key.name}?`}
          confirm="Revoke"
          danger
          onClose={close}
          onConfirm={async () => {
            const reply = await link.bridge.call('keys.revoke', { keyId: doing.key.id })
            if (!reply.ok) return reply.failure
            again()
            toasts.tell(`The key of ${doing.key.name} is revoked.`)
            return null
          }}
        >
          <p>Whatever uses it is refused from now on. A revoked key cannot be had back.</p>
        </ConfirmDialog>
      )}
    </>
  )
}

const KeyLine = ({ apiKey, onRevoke }: { apiKey: ApiKey; onRevoke?: () => void }) => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const { name, kind, hint, createdAt, lastUsedAt, revokedAt } = apiKey
  const at = (instant: string): string => formatMomentInText(Date.parse(instant), zone, now)
  return (
    <li className="program-line" aria-label={name}>
      <KeyRound size="1.125rem" aria-hidden="true" />
      <div>
        <p>
          <strong>{name}</strong>{' '}
          <Chip tone={kind === 'live' ? 'blue' : 'grey'}>{kind === 'live' ? 'Live' : 'Test'}</Chip>
        </p>
        <p className="faint">
          <span className="path">
            sk_{kind}_…{hint}
          </span>
          {' · '}
          {revokedAt !== null
            ? `revoked ${at(revokedAt)}`
            : lastUsedAt === null
              ? `made ${at(createdAt)}, never used`
              : `last used ${at(lastUsedAt)}`}
        </p>
      </div>
      {onRevoke !== undefined && (
        <Button size="small" onPress={onRevoke}>
          Revoke<span className="unseen"> {name}</span>
        </Button>
      )}
    </li>
  )
}
