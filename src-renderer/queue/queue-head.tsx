import { useCallback } from 'react'
import { useStore } from 'zustand'
import { useShallow } from 'zustand/react/shallow'
import { RoomSearch } from '../commands/room-search.tsx'
import { countNarrowed, NO_FILTERS } from '../filter/narrowing.ts'
import { FilterButton } from '../filter/filter-button.tsx'
import { FilterChips } from '../filter/filter-chips.tsx'
import { FilterFields } from '../filter/filter-fields.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { say } from '../words/say.ts'
import { stateName } from './item/item-words.ts'
import { type QueueFilter, TABS } from './queue-filter.ts'
import { useFilterQueue } from './use-queue-filter.ts'

/** What the queue is narrowed to. */
export const QueueHead = () => (
  <>
    <header className="room-head">
      <h1>{say('queue.title')}</h1>
      <QueueSearch />
      <QueueFilters />
    </header>
    <QueueFilterChips />
  </>
)

const QueueSearch = () => {
  const search = useStore(useDesk().queue.state, (s) => s.filter.search)
  const onFilter = useFilterQueue()
  const onSearch = useCallback((text: string) => onFilter({ search: text }), [onFilter])
  return <RoomSearch label={say('queue.search')} search={search} onSearch={onSearch} />
}

/** All but the words that are searched for: what shows it is not drawn again with every letter. */
const useFilters = (): Omit<QueueFilter, 'search'> =>
  useStore(
    useDesk().queue.state,
    useShallow(({ filter }) => ({ ...filter, search: '' })),
  )

const statesOnOffer = (tab: QueueFilter['tab'], states: QueueFilter['states']) => {
  const choosable = TABS[tab].states
  return { choosable, chosen: choosable.filter((state) => states.includes(state)) }
}

const QueueFilters = () => {
  const filters = useFilters()
  const onFilter = useFilterQueue()
  const { states } = filters
  const { choosable, chosen } = statesOnOffer(filters.tab, states)
  return (
    <FilterButton
      count={countNarrowed(filters) + chosen.length}
      onClear={() => onFilter({ ...NO_FILTERS, states: [] })}
    >
      <FilterFields narrowing={filters} onChange={onFilter} external />
      {choosable.length > 1 && (
        <fieldset className="checkbox-group">
          <legend>{say('queue.state')}</legend>
          <div className="checkbox-list">
            {choosable.map((state) => (
              <CheckboxField
                key={state}
                label={stateName(state)}
                on={states.includes(state)}
                onChange={(on) => onFilter({ states: on ? [...states, state] : states.filter((one) => one !== state) })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </FilterButton>
  )
}

const QueueFilterChips = () => {
  const filters = useFilters()
  const onFilter = useFilterQueue()
  const { chosen } = statesOnOffer(filters.tab, filters.states)
  return (
    <FilterChips
      narrowing={filters}
      onChange={onFilter}
      more={chosen.map((state) => ({
        key: `state ${state}`,
        label: stateName(state),
        without: () => onFilter({ states: filters.states.filter((one) => one !== state) }),
      }))}
    />
  )
}
