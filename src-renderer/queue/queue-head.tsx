import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { SearchBox } from '../ui/search-box.tsx'
import { SelectField } from '../ui/select-field.tsx'

const EVERY_ACCOUNT = 'every'

/** What the queue is narrowed to. */
export const QueueHead = () => {
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
