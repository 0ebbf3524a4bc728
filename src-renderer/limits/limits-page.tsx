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
      Add a limit
    </Button>
  )
  const remove = async (meterId: string) => {
    const reply = await link.bridge.call('quota.remove', { meterId })
    if (!reply.ok) return reply.failure
    await limits.load()
    toasts.tell('The limit is gone.')
    return null
  }
  return (
    <>
      {failure !== null && (
        <FailureNote failure={failure}>
          <Button size="small" onPress={() => void limits.load()}>
            Try again
          </Button>
        </FailureNote>
      )}
      {phase === 'first' && <RowsSkeleton rows={3} />}
      {phase === 'idle' && failure === null && own.length === 0 && (
        <EmptyState icon={<Gauge size="1.625rem" />} title="No limits of yours" actions={add}>
          <p>
            Set how many posts, or credits, may go out in a day, a month or a year. You see what is left before you
            press the button, and nothing is sent over a limit.
          </p>
        </EmptyState>
      )}
      {own.length > 0 && (
        <section className="meters" aria-label="Your limits">
          <header className="meters-head">
            <h2>Yours</h2>
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
        <section className="meters" aria-label="Limits of the channels">
          <h2>Set by the channels</h2>
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
          title="Remove this limit?"
          confirm="Remove"
          danger
          onClose={() => setDoing(null)}
          onConfirm={async () => (doing.meter.id === null ? null : remove(doing.meter.id))}
        >
          <p>Nothing is held back by it any more.</p>
        </ConfirmDialog>
      )}
    </>
  )
}
