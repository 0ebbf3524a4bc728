import { useCallback, useId, useMemo, useState } from 'react'
import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import { countNarrowed, WIDE } from '../filter/narrowing.ts'
import { useDesk } from '../shell/desk-context.ts'
import { needsAttention, upcoming } from '../shell/pulse-store.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { tabId, TabList } from '../ui/tab-list.tsx'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueList } from './queue-list.tsx'
import { BulkDesk } from './bulk/bulk-desk.tsx'
import { type Picks, PicksContext } from './bulk/picks.ts'
import { type QueueFilter, type QueueTab, TABS } from './queue-filter.ts'
import { ReviewBar } from './review/review-bar.tsx'

const TAB_NAMES: readonly { key: QueueTab; name: string; count: (status: Status) => number }[] = [
  { key: 'upcoming', name: 'Upcoming', count: upcoming },
  { key: 'attention', name: 'Needs attention', count: needsAttention },
  { key: 'published', name: 'Published', count: () => 0 },
  { key: 'all', name: 'All', count: () => 0 },
]

type QueueTabsProps = {
  openId: string | null
  filter: QueueFilter
  onFilter: (change: Partial<QueueFilter>) => void
}

/** What is picked out; what left the list is no longer picked. */
const usePicked = (rows: readonly ItemRow[]) => {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const picked = useMemo(() => (ids.size === 0 ? [] : rows.filter((row) => ids.has(row.id))), [rows, ids])
  const picks = useMemo<Picks>(
    () => ({
      rows: new Map(picked.map((row) => [row.id, row])),
      toggle: ({ id }) =>
        setIds((before) =>
          before.has(id) ? new Set([...before].filter((one) => one !== id)) : new Set([...before, id]),
        ),
    }),
    [picked],
  )
  const pick = useCallback((some: readonly ItemRow[]) => setIds(new Set(some.map((row) => row.id))), [])
  return { picked, picks, pick }
}

/** The queue by what is to be done about it. */
export const QueueTabs = ({ openId, filter, onFilter }: QueueTabsProps) => {
  const { queue, pulse, settings, route } = useDesk()
  const { rows, cursor, phase, failure } = useStore(queue.state)
  const status = useStore(pulse.state, (s) => s.status)
  const zone = useStore(settings.state, (s) => s.zone)
  const panelId = useId()
  const { picked, picks, pick } = usePicked(rows)
  const open = useCallback((row: ItemRow) => route.replace({ room: 'queue', itemId: row.id }), [route])
  const edit = useCallback((row: ItemRow) => route.go({ room: 'compose', postId: row.postId }), [route])
  const nearEnd = useCallback(() => void queue.more(), [queue])

  return (
    <div className="queue-tabs">
      <TabList
        label="Which posts"
        panelId={panelId}
        chosen={filter.tab}
        onChoose={(tab) => onFilter({ tab })}
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
        {filter.tab === 'attention' && <ReviewBar missed={status?.counts.missed ?? 0} />}
        <BulkDesk picked={picked} loaded={rows} onPick={pick} />
        {phase === 'first' && <RowsSkeleton />}
        {phase !== 'first' && failure === null && rows.length === 0 && (
          <QueueEmpty
            tab={filter.tab}
            filtered={filter.search !== '' || countNarrowed(filter) + filter.states.length > 0}
            onClear={() => onFilter({ ...WIDE, states: [] })}
          />
        )}
        {rows.length > 0 && (
          <PicksContext value={picks}>
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
          </PicksContext>
        )}
      </div>
    </div>
  )
}
