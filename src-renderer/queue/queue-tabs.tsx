import { useCallback, useId } from 'react'
import { VisuallyHidden } from 'react-aria'
import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import { FoundTold } from '../filter/found-told.tsx'
import { countNarrowed, WIDE } from '../filter/narrowing.ts'
import { useDesk } from '../shell/desk-context.ts'
import { keyName } from '../shell/keys.ts'
import { needsAttention, upcoming } from '../shell/pulse-store.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { tabId, TabList } from '../ui/tab-list.tsx'
import { say } from '../words/say.ts'
import { BulkDesk } from './bulk/bulk-desk.tsx'
import { PicksContext, usePicking } from './bulk/picks.ts'
import { isMovable } from './line.ts'
import { QueueEmpty } from './queue-empty.tsx'
import { type QueueTab, TABS } from './queue-filter.ts'
import { QueueList } from './queue-list.tsx'
import { ReviewBar } from './review/review-bar.tsx'
import { useFilterQueue } from './use-queue-filter.ts'

const COUNTS: Readonly<Record<QueueTab, (status: Status) => number>> = {
  upcoming,
  attention: needsAttention,
  published: () => 0,
  all: () => 0,
}

/** The queue by what is to be done about it. */
export const QueueTabs = ({ openId }: { openId: string | null }) => {
  const { queue, pulse, settings, route } = useDesk()
  const { filter, rows, foundBy, cursor, phase, failure } = useStore(queue.state)
  const onFilter = useFilterQueue()
  const status = useStore(pulse.state, (s) => s.status)
  const zone = useStore(settings.state, (s) => s.zone)
  const panelId = useId()
  const { picked, picks, pick } = usePicking(rows)
  const open = useCallback(
    (row: ItemRow) => {
      const { route: here } = route.state.getState()
      const kept = here.room === 'queue' && here.filter !== undefined ? { filter: here.filter } : {}
      route.replace({ room: 'queue', itemId: row.id, ...kept })
    },
    [route],
  )
  const narrowed = filter.search !== '' || countNarrowed(filter) + filter.states.length > 0
  const nearEnd = useCallback(() => void queue.more(), [queue])

  return (
    <div className="queue-tabs">
      <TabList
        label={say('queue.which')}
        panelId={panelId}
        chosen={filter.tab}
        onChoose={(tab) => onFilter({ tab })}
        tabs={TAB_KEYS.map((key) => ({
          key,
          name: say(`queue.tab-${key}`),
          count: status === null ? 0 : COUNTS[key](status),
          urgent: key === 'attention',
        }))}
      />
      <div className="tab-panel" role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, filter.tab)}>
        <FoundTold
          found={narrowed && phase !== 'first' && failure === null}
          count={rows.length}
          more={cursor !== null}
        />
        {failure !== null && (
          <div className="room-body">
            <FailureNote failure={failure}>
              <Button size="small" onPress={() => void queue.reload()}>
                {say('common.try-again')}
              </Button>
            </FailureNote>
          </div>
        )}
        {filter.tab === 'attention' && <ReviewBar missed={status?.counts.missed ?? 0} />}
        {filter.tab === 'upcoming' && picked.length === 0 && <ReorderNote rows={rows} />}
        <BulkDesk picked={picked} loaded={rows} onPick={pick} />
        {phase === 'first' && rows.length === 0 && <RowsSkeleton />}
        {phase !== 'first' && failure === null && rows.length === 0 && (
          <QueueEmpty
            tab={filter.tab}
            search={filter.search}
            filtered={narrowed}
            onClear={() => onFilter({ ...WIDE, states: [] })}
            onSearchAll={() => onFilter({ ...WIDE, states: [], tab: 'all', search: filter.search })}
          />
        )}
        {rows.length > 0 && (
          <PicksContext value={picks}>
            <QueueList
              key={filter.tab}
              rows={rows}
              foundBy={foundBy}
              filter={filter}
              zone={zone}
              openId={openId}
              endless={cursor !== null}
              loading={phase === 'more'}
              stale={phase === 'first'}
              onOpen={open}
              onPick={pick}
              onNearEnd={nearEnd}
            />
          </PicksContext>
        )}
      </div>
    </div>
  )
}

const TAB_KEYS = Object.keys(TABS) as QueueTab[]

/** What dragging does, where there is anything to drag. */
const ReorderNote = ({ rows }: { rows: readonly ItemRow[] }) => {
  const now = useNow(60_000)
  const accounts = new Set<string>()
  const canMove = rows.some((row) => {
    if (!isMovable(row, now)) return false
    const known = accounts.has(row.accountId)
    accounts.add(row.accountId)
    return known
  })
  if (!canMove) return null
  const help = say('queue.reorder-help', { up: keyName('Alt+ArrowUp'), down: keyName('Alt+ArrowDown') })
  return (
    <p className="queue-note" title={help}>
      <span>{say('queue.reorder-note')}</span>
      <VisuallyHidden>{help}</VisuallyHidden>
      <kbd aria-hidden="true">{keyName('Alt+ArrowUp')}</kbd>
      <kbd aria-hidden="true">{keyName('Alt+ArrowDown')}</kbd>
    </p>
  )
}
