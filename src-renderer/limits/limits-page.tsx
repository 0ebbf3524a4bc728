import { Gauge, Plus } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { MeterState } from '../../src-preload/contract/model/quota.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { LimitDialog } from './limit-dialog.tsx'
import { MeterCard } from './meter-card.tsx'
import './limits.css'

type Doing = { kind: 'adding' } | { kind: 'changing' | 'removing'; meter: MeterState }

/** How much may go out, what went out of it, and what is left. */
export const LimitsPage = () => {
  const { limits, link, toasts } = useDesk()
  const { meters, phase, failure } = useStore(limits.state)
  const [doing, setDoing] = useState<Doing | null>(null)
  useEffect(() => void limits.load(), [limits])
  const own = meters.filter((meter) => meter.source === 'person')
  const channels = meters.filter((meter) => meter.source === 'channel')
  const add = (
    <Button look="primary" icon={<Plus size="1rem" aria-hidden="true" />} onPress={() => setDoing({ kind: 'adding' })}>
      {say('limits.add-title')}
    </Button>
  )
  const remove = async (meterId: string) => {
    const reply = await link.bridge.call('quota.remove', { meterId })
    if (!reply.ok) return reply.failure
    await limits.load()
    toasts.tell(say('limits.gone'))
    return null
  }
  return (
    <>
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button size="small" onPress={() => void limits.load()}>
            {say('common.try-again')}
          </Button>
        </FailureNote>
      )}
      {phase === 'first' && <RowsSkeleton rows={3} />}
      {phase === 'idle' && failure === null && own.length === 0 && (
        <EmptyState icon={<Gauge size="1.625rem" />} title={say('limits.none')} actions={add}>
          <p>{say('limits.none-how')}</p>
        </EmptyState>
      )}
      {own.length > 0 && (
        <section className="meters" aria-label={say('limits.yours')}>
          <header className="meters-head">
            <h2>{say('limits.yours-short')}</h2>
            {add}
          </header>
          <ul>
            {own.map((meter) => (
              <MeterCard
                key={meter.id}
                meter={meter}
                onChange={() => setDoing({ kind: 'changing', meter })}
                onRemove={() => setDoing({ kind: 'removing', meter })}
              />
            ))}
          </ul>
        </section>
      )}
      {channels.length > 0 && (
        <section className="meters" aria-label={say('limits.channels')}>
          <h2>{say('limits.by-channels')}</h2>
          <ul>
            {channels.map((meter) => (
              <MeterCard key={JSON.stringify([meter.subject, meter.window, meter.unit])} meter={meter} />
            ))}
          </ul>
        </section>
      )}
      {(doing?.kind === 'adding' || doing?.kind === 'changing') && (
        <LimitDialog meter={doing.kind === 'changing' ? doing.meter : null} onClose={() => setDoing(null)} />
      )}
      {doing?.kind === 'removing' && (
        <ConfirmDialog
          title={say('limits.remove-question')}
          confirm={say('limits.remove')}
          danger
          onClose={() => setDoing(null)}
          onConfirm={async () => (doing.meter.id === null ? null : remove(doing.meter.id))}
        >
          <p>{say('limits.remove-how')}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
