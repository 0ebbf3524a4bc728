import { useCallback, useEffect, useState } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import { useStore } from 'zustand'
import type { ItemRow } from '../../src-preload/contract/methods.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import { useDesk } from '../shell/desk-context.ts'
import { isBehindDialog, isTyping } from '../shell/keys.ts'
import { needsAttention, upcoming } from '../shell/pulse-store.ts'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { SearchBox } from '../ui/search-box.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { ItemPanel } from './item-panel.tsx'
import { QuestionDialog } from './question-dialog.tsx'
import { QueueEmpty } from './queue-empty.tsx'
import { QueueList } from './queue-list.tsx'
import { type QueueTab, TABS } from './queue-rows.ts'
import { AskContext, type Question } from './use-item-act.ts'
import './queue.css'

const TAB_NAMES: readonly { key: QueueTab; name: string; count: (status: Status) => number | null }[] = [
  { key: 'upcoming', name: 'Upcoming', count: upcoming },
  { key: 'attention', name: 'Needs attention', count: needsAttention },
  { key: 'published', name: 'Published', count: () => null },
  { key: 'all', name: 'All', count: () => null },
]

/** What will go out, what went out, and what got stuck. */
export const QueueRoom = ({ itemId }: { itemId: string | null }) => {
  const { queue, route } = useDesk()
  const [question, setQuestion] = useState<Question | null>(null)
  useTitle('Queue')
  useEffect(() => queue.open(), [queue])

  const close = useCallback(() => route.go({ room: 'queue', itemId: null }), [route])
  useEffect(() => {
    if (itemId === null) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isBehindDialog() && !isTyping(event.target)) close()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [itemId, close])

  return (
    <AskContext value={setQuestion}>
      <div className="queue" data-panel={itemId !== null || undefined}>
        <section className="queue-side" aria-label="Queue">
          <QueueHead />
          <QueueBody openId={itemId} />
        </section>
        {itemId !== null && <ItemPanel key={itemId} itemId={itemId} onClose={close} />}
      </div>
      {question !== null && <QuestionDialog question={question} onClose={() => setQuestion(null)} />}
    </AskContext>
  )
}

const EVERY_ACCOUNT = 'every'

const QueueHead = () => {
  const { queue, accounts } = useDesk()
  const filter = useStore(queue.state, (s) => s.filter)
  const known = useStore(accounts.state, (s) => s.accounts)
  const search = useCallback((text: string) => queue.filter({ search: text }), [queue])
  return (
    <header className="room-head">
      <h1>Queue</h1>
      <SearchBox label="Search posts" search={filter.search} onSearch={search} />
      <div className="queue-accounts">
        <SelectField
          label="Account"
          hideLabel
          chosen={filter.accountId ?? EVERY_ACCOUNT}
          onChoose={(key) => queue.filter({ accountId: key === EVERY_ACCOUNT ? null : key })}
          options={[
            { key: EVERY_ACCOUNT, label: 'All accounts' },
            ...known.map((account) => ({ key: account.id, label: account.name })),
          ]}
        />
      </div>
    </header>
  )
}

const QueueBody = ({ openId }: { openId: string | null }) => {
  const { queue, pulse, settings, route } = useDesk()
  const { filter, rows, cursor, phase, failure } = useStore(queue.state)
  const status = useStore(pulse.state, (s) => s.status)
  const zone = useStore(settings.state, (s) => s.zone)
  const open = useCallback((row: ItemRow) => route.replace({ room: 'queue', itemId: row.id }), [route])
  const edit = useCallback((row: ItemRow) => route.go({ room: 'compose', postId: row.postId }), [route])
  const nearEnd = useCallback(() => void queue.more(), [queue])

  return (
    <Tabs
      className="queue-tabs"
      selectedKey={filter.tab}
      onSelectionChange={(key) => {
        const tab = TAB_NAMES.find((one) => one.key === key)
        if (tab !== undefined && tab.key !== filter.tab) queue.filter({ tab: tab.key })
      }}
    >
      <TabList aria-label="Which posts" className="tab-list">
        {TAB_NAMES.map(({ key, name, count }) => {
          const number = status === null ? null : count(status)
          return (
            <Tab key={key} id={key} className="tab" aria-label={number ? `${name}, ${number}` : name}>
              {name}
              {number !== null && number > 0 && (
                <span className={key === 'attention' ? 'tab-count tab-urgent' : 'tab-count'}>{number}</span>
              )}
            </Tab>
          )
        })}
      </TabList>
      <TabPanel key={filter.tab} id={filter.tab} className="tab-panel">
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
      </TabPanel>
    </Tabs>
  )
}
