import { Inbox } from 'lucide-react'
import { useState } from 'react'
import { Guard } from '../shell/guard.tsx'
import { ToastCard } from '../shell/toast-region.tsx'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { tabId, TabList } from '../ui/tab-list.tsx'
import { Group, Section } from './section.tsx'
import { FAILURE, LONG, nothing, WAITING } from './samples.ts'

const TABS = [
  { key: 'upcoming', name: 'Upcoming', count: 12, urgent: false },
  { key: 'attention', name: 'Needs attention', count: 3, urgent: true },
  { key: 'published', name: 'Published', count: 0, urgent: false },
]

const Tabs = () => {
  const [chosen, setChosen] = useState('upcoming')
  return (
    <div>
      <TabList label="Posts" tabs={TABS} chosen={chosen} onChoose={setChosen} panelId="gallery-panel" />
      <div id="gallery-panel" role="tabpanel" aria-labelledby={tabId('gallery-panel', chosen)} />
    </div>
  )
}

const UNDO = [{ label: 'Undo', run: nothing }]

export const StatesSection = () => (
  <Section id="states" title="Tabs, empty, failed, loading, toasts">
    <Group title="Tabs" wide>
      <Tabs />
    </Group>
    <Group title="Toasts" wide>
      <ol className="gallery-toasts">
        <ToastCard toast={{ tone: 'done', text: 'Deleted.', next: null, actions: UNDO }} onDismiss={nothing} />
        <ToastCard
          toast={{ tone: 'trouble', text: FAILURE.message, next: FAILURE.next, actions: [] }}
          onDismiss={nothing}
        />
        <ToastCard toast={{ tone: 'done', text: LONG, next: null, actions: UNDO }} onDismiss={nothing} />
      </ol>
    </Group>
    <Group title="Failed, and waiting" wide>
      <FailureNote failure={FAILURE} announce={false}>
        <Button size="small">Try again</Button>
      </FailureNote>
      <FailureNote failure={WAITING} announce={false} tone="wait" />
    </Group>
    <Group title="Cannot be drawn" wide>
      <Guard about="gallery">
        <Undrawable />
      </Guard>
    </Group>
    <Group title="Empty" wide>
      <EmptyState
        icon={<Inbox size="1.5rem" />}
        title="Nothing is queued"
        actions={<Button look="primary">New post</Button>}
      >
        What you schedule stands here until it is sent.
      </EmptyState>
    </Group>
    <Group title="Loading" wide>
      <RowsSkeleton rows={3} />
    </Group>
  </Section>
)

const Undrawable = (): never => {
  throw new Error('This part cannot be drawn.')
}
