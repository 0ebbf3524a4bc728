import { CalendarPlus, PartyPopper, PenLine } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import type { Event } from '../../src-preload/contract/events.ts'
import type { ItemRow, Output } from '../../src-preload/contract/methods.ts'
import { needsAttention, upcoming } from '../shell/pulse-store.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { useReply } from '../shell/use-reply.ts'
import { useTitle } from '../shell/use-title.ts'
import { formatDay, zoneCity } from '../time/format-time.ts'
import { browserTimers } from '../time/timers.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { AccountsCard } from './accounts-card.tsx'
import { PulseCard } from './pulse-card.tsx'
import { ReadinessCard } from './readiness-card.tsx'
import { TodayRow } from './today-row.tsx'
import './today.css'

const ATTENTION = ['failed', 'missed', 'unconfirmed'] as const
const COMING = ['scheduled', 'waiting', 'publishing'] as const

/** What goes out next, what needs the person, and whether the days to come will go well. */
export const TodayRoom = () => {
  const { settings, writeNew } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const attention = useReply('items.list', { states: [...ATTENTION], order: 'latest', limit: 5 })
  const next = useReply('items.list', { states: [...COMING], order: 'soonest', limit: 8 })
  const readiness = useReply('readiness.get', {})
  useAgain(attention.again, next.again, readiness.again)
  useTitle(say('today.title'))
  const failure = attention.failure ?? next.failure
  return (
    <>
      <header className="room-head today-head">
        <h1>{say('today.title')}</h1>
        <p className="today-date">{say('today.date', { day: dayName(now, zone), city: zoneCity(zone) })}</p>
        <Button look="primary" icon={<PenLine size="1rem" aria-hidden="true" />} onPress={() => writeNew()}>
          {say('today.write')}
        </Button>
      </header>
      <div className="room-body today">
        {failure !== null && <FailureNote failure={failure} />}
        <div className="today-main">
          <Attention found={attention.value} />
          <NextPosts found={next.value} />
        </div>
        <div className="today-side">
          <ReadinessCard readiness={readiness.value} failure={readiness.failure} />
          <AccountsCard />
          <PulseCard />
        </div>
      </div>
    </>
  )
}

/** With the weekday in any case: `Today` stands above it already. */
const dayName = (now: number, zone: string): string =>
  // A day far from now is written out.
  formatDay(now, zone, now - 40 * 86_400_000)

/** A pause in which many changes are answered by one question, in milliseconds. */
const PAUSE = 600

const TELLING: ReadonlySet<Event['kind']> = new Set([
  'item-changed',
  'post-removed',
  'account-changed',
  'slots-changed',
  'quota-changed',
])

/** Asks again when something changed that is on show. */
const useAgain = (...asks: readonly (() => void)[]): void => {
  const { link } = useDesk()
  useEffect(() => {
    let cancel = () => {}
    const stop = link.bridge.subscribe((event) => {
      if (!TELLING.has(event.kind)) return
      cancel()
      cancel = browserTimers.after(PAUSE, () => {
        for (const ask of asks) ask()
      })
    })
    return () => {
      cancel()
      stop()
    }
    // Each stays the same as long as its question does.
    // eslint-disable-next-line react/exhaustive-deps -- they are listed one by one
  }, [link, ...asks])
}

type Found = Output<'items.list'> | null

const Attention = ({ found }: { found: Found }) => {
  const { pulse, review } = useDesk()
  const count = useStore(pulse.state, (s) => (s.status === null ? 0 : needsAttention(s.status)))
  const missed = useStore(pulse.state, (s) => s.status?.counts.missed ?? 0)
  if (found === null || found.entries.length === 0) return null
  return (
    <section className="today-card" aria-labelledby="today-attention">
      <header>
        <h2 id="today-attention">{say('today.attention', { count })}</h2>
        {missed > 0 && (
          <Button size="small" onPress={() => void review.show()}>
            {say('today.review', { count: missed })}
          </Button>
        )}
      </header>
      <Rows rows={found.entries} />
      {count > found.entries.length && (
        <RouteLink className="today-more" to={{ room: 'queue', itemId: null }}>
          {say('today.all-attention', { count })}
        </RouteLink>
      )}
    </section>
  )
}

const NextPosts = ({ found }: { found: Found }) => {
  const { pulse, writeNew, route } = useDesk()
  const count = useStore(pulse.state, (s) => (s.status === null ? 0 : upcoming(s.status)))
  if (found === null) return <RowsSkeleton rows={4} />
  if (found.entries.length === 0) {
    return (
      <EmptyState
        icon={<PartyPopper size="1.625rem" />}
        title={say('today.nothing')}
        actions={
          <>
            <Button look="primary" onPress={() => writeNew()}>
              {say('today.write')}
            </Button>
            <Button
              icon={<CalendarPlus size="1rem" aria-hidden="true" />}
              onPress={() => route.go({ room: 'calendar' })}
            >
              {say('today.see-calendar')}
            </Button>
          </>
        }
      >
        <p>{say('today.nothing-why')}</p>
      </EmptyState>
    )
  }
  return (
    <section className="today-card" aria-labelledby="today-next">
      <header>
        <h2 id="today-next">{say('today.next')}</h2>
      </header>
      <Rows rows={found.entries} />
      {count > found.entries.length && (
        <RouteLink className="today-more" to={{ room: 'queue', itemId: null }}>
          {say('today.all-queued', { count })}
        </RouteLink>
      )}
    </section>
  )
}

const Rows = ({ rows }: { rows: readonly ItemRow[] }) => (
  <ul className="today-rows">
    {rows.map((row) => (
      <TodayRow key={row.id} row={row} />
    ))}
  </ul>
)
