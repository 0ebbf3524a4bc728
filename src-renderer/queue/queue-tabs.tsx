import { useCallback, useId } from 'react'
import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import { useDesk } from '../shell/desk-context.ts'
import { needsAttention, upcoming } from '../shell/pulse-store.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { tabId, TabList } from '../ui/tab-list.tsx'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueList } from './queue-list.tsx'
import { type QueueTab, TABS } from './queue-rows.ts'

const TAB_NAMES: readonly { key: QueueTab; name: string; count: (status: Status) => number }[] = [
  { key: 'upcoming', name: 'Upcoming', count: upcoming },
  { key: 'attention', name: 'Needs attention', count: needsAttention },
  { key: 'published', name: 'Published', count: () => 0 },
  { key: 'all', name: 'All', count: () => 0 },
]

/** The queue by what is to be done about it. */
export const QueueTabs = ({ openId }: { openId: string | null }) => {
  const { queue, pulse, settings, route } = useDesk()
  const { filter, rows, cursor, phase, failure } = useStore(queue.state)
  const status = useStore(pulse.state, (s) => s.status)
  const zone = useStore(settings.state, (s) => s.zone)
  const panelId = useId()
  const open = useCallback((row: ItemRow) => route.replace({ room: 'queue', itemId: row.id }), [route])
  const edit = useCallback((row: ItemRow) => route.go({ room: 'compose', postId: row.postId }), [route])
  const nearEnd = useCallback(() => void queue.more(), [queue])

  return (
    <div className="queue-tabs">
      <TabList
        label="Which posts"
        panelId={panelId}
        chosen={filter.tab}
        onChoose={(tab) => queue.filter({ tab })}
        tabs={TAB_NAMES.map(({ key, name, count }) => ({
          key,
          name,
          count: status === null ? 0 : count(status),
          urgent: key === 'attention',
        }))}
      />
      <div className="tab-panel" role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, filter.tab)}>
        {failure !== null && (
          <div className="room-body">
            <FailureNote failure={failure}>
              <Button size="small" onPress={() => void queue.reload()}>
                Try again
              </Button>
            </FailureNote>
          </div>
        )}
        {phase === 'first' && <RowsSkeleton />}
        {phase !== 'first' && failure === null && rows.length === 0 && (
          <QueueEmpty
            tab={filter.tab}
            filtered={filter.search !== '' || filter.accountId !== null}
            onClear={() => queue.filter({ search: '', accountId: null })}
          />
        )}
        {rows.length > 0 && (
          <QueueList
            key={filter.tab}
            rows={rows}
            order={TABS[filter.tab].order}
            zone={zone}
            openId={openId}
            endless={cursor !== null}
            onOpen={open}
            onEdit={edit}
            onNearEnd={nearEnd}
          />
        )}
      </div>
    </div>
  )
}
