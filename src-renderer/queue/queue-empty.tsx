import { CalendarClock, CircleCheck, Inbox, SearchX, Send } from 'lucide-react'
import type { ReactNode } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import type { QueueTab } from './queue-filter.ts'

const WORDS: Readonly<Record<QueueTab, { icon: ReactNode; title: string; text: string; write: boolean }>> = {
  upcoming: {
    icon: <CalendarClock size="1.625rem" />,
    title: 'Nothing is queued',
    text: 'Write a post, choose a time, and it waits here until then. It is sent when this computer is awake and Posthorn runs.',
    write: true,
  },
  attention: {
    icon: <CircleCheck size="1.625rem" />,
    title: 'Nothing needs you',
    text: 'What a channel refused, what was missed while Posthorn was not running, and what nobody answered for comes here with what to do about it.',
    write: false,
  },
  published: {
    icon: <Send size="1.625rem" />,
    title: 'Nothing is published yet',
    text: 'What was sent stands here, with its link.',
    write: true,
  },
  all: {
    icon: <Inbox size="1.625rem" />,
    title: 'No posts yet',
    text: 'Everything that was ever queued or published stands here.',
    write: true,
  },
}

type QueueEmptyProps = { tab: QueueTab; filtered: boolean; onClear: () => void }

/** What would stand here, and how it gets here. */
export const QueueEmpty = ({ tab, filtered, onClear }: QueueEmptyProps) => {
  const { writeNew } = useDesk()
  if (filtered) {
    return (
      <EmptyState
        icon={<SearchX size="1.625rem" />}
        title="Nothing matches"
        actions={<Button onPress={onClear}>Show everything</Button>}
      >
        <p>No post here has all that you look for.</p>
      </EmptyState>
    )
  }
  const { icon, title, text, write } = WORDS[tab]
  return (
    <EmptyState
      icon={icon}
      title={title}
      actions={
        write && (
          <Button look="primary" onPress={writeNew}>
            Write a post
          </Button>
        )
      }
    >
      <p>{text}</p>
    </EmptyState>
  )
}
