import { CalendarPlus, Coffee, PenLine } from 'lucide-react'
import { useMemo } from 'react'
import { useStore } from 'zustand'
import type { ItemRow, Output } from '../../src-preload/contract/methods.ts'
import { isCutOff } from '../queue/item/item-words.ts'
import { UPCOMING } from '../queue/queue-filter.ts'
import { needsAttention, upcoming } from '../shell/pulse-store.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { useReply } from '../shell/use-reply.ts'
import { useTitle } from '../shell/use-title.ts'
import { formatDay, zoneCity } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { AccountsCard } from './accounts-card.tsx'
import { groupByPost, groupPostsByDay, type TodayPost } from './by-post.ts'
import { PulseCard } from './pulse-card.tsx'
import { ReadinessCard } from './readiness-card.tsx'
import { TodayRow } from './today-row.tsx'
import { useAgain } from './use-again.ts'
import './today.css'

const ATTENTION = ['failed', 'missed', 'unconfirmed'] as const
const COMING = ['scheduled', 'waiting', 'publishing'] as const
/** So many posts are shown, and so many of their items are asked for: a post has one for each account. */
const SHOWN = { attention: 5, next: 8 }
const ASKED = { attention: 30, next: 60 }

/** What goes out next, what needs the person, and whether the days to come will go well. */
export const TodayRoom = () => {
  const { settings, writeNew } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const attention = useReply('items.list', { states: [...ATTENTION], order: 'latest', limit: ASKED.attention })
  const next = useReply('items.list', { states: [...COMING], order: 'soonest', limit: ASKED.next })
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

type Found = Output<'items.list'> | null

const NO_ROWS: readonly ItemRow[] = []

const useByPost = (found: Found): readonly TodayPost[] => {
  const { accounts } = useDesk()
  const known = useStore(accounts.state, (s) => s.accounts)
  const rows = found?.entries ?? NO_ROWS
  return useMemo(
    () => groupByPost(rows, (row) => isCutOff(row, known.find(({ id }) => id === row.accountId)?.connection)),
    [rows, known],
  )
}

const Attention = ({ found }: { found: Found }) => {
  const { pulse, review } = useDesk()
  const count = useStore(pulse.state, (s) => (s.status === null ? 0 : needsAttention(s.status)))
  const missed = useStore(pulse.state, (s) => s.status?.counts.missed ?? 0)
  const posts = useByPost(found)
  if (found === null || posts.length === 0) return null
  // The core counts a post once for each account; where all of them are here, they are counted as posts.
  const needing = found.cursor === null ? posts.length : count
  return (
    <section className="today-card" aria-labelledby="today-attention">
      <header>
        <h2 id="today-attention">{say('today.attention', { count: needing })}</h2>
        {missed > 0 && (
          <Button size="small" onPress={() => void review.show()}>
            {say('today.review', { count: missed })}
          </Button>
        )}
      </header>
      <Rows posts={posts.slice(0, SHOWN.attention)} />
      {needing > SHOWN.attention && (
        <RouteLink
          className="today-more"
          to={{ room: 'queue', itemId: null, filter: { ...UPCOMING, tab: 'attention' } }}
        >
          {say('today.all-attention', { count: needing })}
        </RouteLink>
      )}
    </section>
  )
}

const NextPosts = ({ found }: { found: Found }) => {
  const { pulse, writeNew, route } = useDesk()
  const count = useStore(pulse.state, (s) => (s.status === null ? 0 : upcoming(s.status)))
  const posts = useByPost(found)
  if (found === null) return <RowsSkeleton rows={4} />
  if (posts.length === 0) {
    return (
      <EmptyState
        icon={<Coffee size="1.625rem" />}
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
      <Days posts={posts.slice(0, SHOWN.next)} />
      {(found.cursor !== null || posts.length > SHOWN.next) && (
        <RouteLink className="today-more" to={{ room: 'queue', itemId: null, filter: UPCOMING }}>
          {say('today.all-queued', { count })}
        </RouteLink>
      )}
    </section>
  )
}

/** Posts under the names of their days, as in the queue. */
const Days = ({ posts }: { posts: readonly TodayPost[] }) => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const days = useMemo(() => groupPostsByDay(posts, zone, now), [posts, zone, now])
  return days.map(({ day, label, posts: inIt }) => (
    <section key={day} aria-label={label}>
      <h3 className="today-day">{label}</h3>
      <ul className="today-rows">
        {inIt.map((post) => (
          <TodayRow key={post.postId} post={post} day={day} />
        ))}
      </ul>
    </section>
  ))
}

const Rows = ({ posts }: { posts: readonly TodayPost[] }) => (
  <ul className="today-rows">
    {posts.map((post) => (
      <TodayRow key={post.postId} post={post} />
    ))}
  </ul>
)
