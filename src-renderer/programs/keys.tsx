import { KeyRound, Plus } from 'lucide-react'
import { type ReactNode, useState } from 'react'
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
import { say, sayRich } from '../words/say.ts'
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
            {say('common.try-again')}
          </Button>
        </FailureNote>
      )}
      {keys === null && failure === null && <RowsSkeleton rows={2} />}
      {keys !== null && held.length === 0 && <p className="soft">{say('programs.no-keys')}</p>}
      {held.length > 0 && (
        <ul className="program-list" aria-label={say('programs.keys')}>
          {held.map((key) => (
            <KeyLine key={key.id} apiKey={key} onRevoke={() => setDoing({ kind: 'revoking', key })} />
          ))}
        </ul>
      )}
      <Button icon={<Plus size="1rem" aria-hidden="true" />} onPress={() => setDoing({ kind: 'making' })}>
        {say('programs.make')}
      </Button>
      {revoked.length > 0 && (
        <details className="settings-more">
          <summary>{say('programs.revoked-count', { count: revoked.length })}</summary>
          <ul className="program-list" aria-label={say('programs.revoked-keys')}>
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
        <OnceDialog
          title={say('programs.key-for', { name: doing.name })}
          what={say('programs.what-key')}
          secret={doing.key}
          onClose={close}
        >
          <p>{say('programs.copy-now')}</p>
        </OnceDialog>
      )}
      {doing?.kind === 'revoking' && (
        <ConfirmDialog
          title={say('programs.revoke-question', { name: doing.key.name })}
          confirm={say('programs.revoke')}
          danger
          onClose={close}
          onConfirm={async () => {
            const reply = await link.bridge.call('keys.revoke', { keyId: doing.key.id })
            if (!reply.ok) return reply.failure
            again()
            toasts.tell(say('programs.revoked', { name: doing.key.name }))
            return null
          }}
        >
          <p>{say('programs.revoke-how')}</p>
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
          <strong>{name}</strong> <Chip tone={kind === 'live' ? 'blue' : 'grey'}>{say(`programs.${kind}`)}</Chip>
        </p>
        <p className="faint">
          <span className="path">
            sk_{kind}_…{hint}
          </span>
          {' · '}
          {revokedAt !== null
            ? say('programs.revoked-at', { moment: at(revokedAt) })
            : lastUsedAt === null
              ? say('programs.made-at', { moment: at(createdAt) })
              : say('programs.used-at', { moment: at(lastUsedAt) })}
        </p>
      </div>
      {onRevoke !== undefined && (
        <Button size="small" onPress={onRevoke}>
          {sayRich('programs.revoke-unseen', {
            name,
            unseen,
          })}
        </Button>
      )}
    </li>
  )
}

const unseen = (inside: ReactNode) => <span className="unseen">{inside}</span>
