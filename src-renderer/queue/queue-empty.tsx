import { CalendarClock, CircleCheck, Inbox, SearchX, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { say } from '../words/say.ts'
import type { QueueTab } from './queue-filter.ts'

const LOOKS: Readonly<Record<QueueTab, { icon: ReactNode; write: boolean }>> = {
  upcoming: { icon: <CalendarClock size="1.625rem" />, write: true },
  attention: { icon: <CircleCheck size="1.625rem" />, write: false },
  published: { icon: <Send size="1.625rem" />, write: true },
  all: { icon: <Inbox size="1.625rem" />, write: true },
}

type QueueEmptyProps = {
  tab: QueueTab
  search: string
  filtered: boolean
  onClear: () => void
  /** Looks for the same among all posts. */
  onSearchAll: () => void
}

/** What would stand here, and how it gets here. */
export const QueueEmpty = ({ tab, search, filtered, onClear, onSearchAll }: QueueEmptyProps) => {
  const { writeNew } = useDesk()
  if (filtered) {
    return (
      <EmptyState
        icon={<SearchX size="1.625rem" />}
        title={search === '' ? say('queue.nothing-matches') : say('queue.nothing-found', { search })}
        actions={
          <>
            {search !== '' && tab !== 'all' && (
              <Button look="primary" onPress={onSearchAll}>
                {say('queue.search-all')}
              </Button>
            )}
            <Button onPress={onClear}>{say('queue.show-everything')}</Button>
          </>
        }
      >
        <p>{say(endsShort(search) ? 'queue.nothing-short' : 'queue.nothing-help')}</p>
      </EmptyState>
    )
  }
  const { icon, write } = LOOKS[tab]
  return (
    <EmptyState
      icon={icon}
      title={say(`queue.empty-${tab}`)}
      actions={
        write && (
          <Button look="primary" onPress={() => writeNew()}>
            {say('queue.write')}
          </Button>
        )
      }
    >
      <p>{say(`queue.empty-${tab}-help`)}</p>
    </EmptyState>
  )
}

/** From this length on the last word may be unfinished; a shorter one is taken for the word it is. */
const BEGINNING = 3

const endsShort = (search: string): boolean => {
  const last = search.trim().split(/\s+/).at(-1) ?? ''
  return last !== '' && Array.from(last).length < BEGINNING
}
