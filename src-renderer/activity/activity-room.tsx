import { History } from 'lucide-react'
import { useEffect } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { useTitle } from '../shell/use-title.ts'
import { formatDay } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { say } from '../words/say.ts'
import { ActivityLine } from './activity-line.tsx'
import { keyOf } from './activity-store.ts'
import { groupByDay } from './group-by-day.ts'
import './activity.css'

/** What was tried, for all posts: every attempt, what was answered, and what comes next. */
export const ActivityRoom = () => {
  const { activity, settings } = useDesk()
  const { entries, cursor, phase, failure } = useStore(activity.state)
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  useTitle(say('activity.title'))
  useEffect(() => void activity.load(), [activity])
  return (
    <>
      <header className="room-head">
        <h1>{say('activity.title')}</h1>
      </header>
      <div className="room-body activity">
        <Filters />
        {failure !== null && (
          <FailureNote failure={failure}>
            <Button size="small" onPress={() => void activity.load()}>
              {say('common.try-again')}
            </Button>
          </FailureNote>
        )}
        {phase === 'first' && <RowsSkeleton />}
        {phase !== 'first' && failure === null && entries.length === 0 && <Nothing />}
        {groupByDay(entries, zone).map(({ day, entries: ofDay }) => (
          <section key={day} className="activity-day">
            <h2>{formatDay(Date.parse(ofDay[0]?.startedAt ?? ''), zone, now)}</h2>
            <ol>
              {ofDay.map((entry) => (
                <ActivityLine key={keyOf(entry)} entry={entry} zone={zone} now={now} />
              ))}
            </ol>
          </section>
        ))}
        {cursor !== null && (
          <Button className="activity-more" isPending={phase === 'more'} onPress={() => void activity.more()}>
            {say('activity.more')}
          </Button>
        )}
      </div>
    </>
  )
}

const ALL = 'all'

const Filters = () => {
  const { activity, accounts } = useDesk()
  const { problems, accountId } = useStore(activity.state, (s) => s.filter)
  const known = useStore(accounts.state, (s) => s.accounts)
  return (
    <div className="activity-filters">
      <Segments
        label={say('activity.show')}
        chosen={problems ? 'problems' : 'all'}
        onChoose={(key) => void activity.narrow({ problems: key === 'problems' })}
        options={[
          { key: 'all', label: say('activity.everything') },
          { key: 'problems', label: say('activity.problems') },
        ]}
      />
      {known.length > 1 && (
        <SelectField
          label={say('activity.account')}
          hideLabel
          chosen={accountId ?? ALL}
          onChoose={(key) => void activity.narrow({ accountId: key === ALL ? null : key })}
          options={[
            { key: ALL, label: say('activity.all-accounts') },
            ...known.map(({ id, name }) => ({ key: id, label: name })),
          ]}
        />
      )}
    </div>
  )
}

const Nothing = () => {
  const { activity } = useDesk()
  const { problems, accountId } = useStore(activity.state, (s) => s.filter)
  const narrowed = problems || accountId !== null
  return (
    <EmptyState
      icon={<History size="1.625rem" />}
      title={say(problems ? 'activity.no-problems' : 'activity.nothing')}
      {...(narrowed
        ? {
            actions: (
              <Button onPress={() => void activity.narrow({ problems: false, accountId: null })}>
                {say('activity.show-all')}
              </Button>
            ),
          }
        : {})}
    >
      <p>{say(problems ? 'activity.no-problems-why' : 'activity.nothing-why')}</p>
    </EmptyState>
  )
}
