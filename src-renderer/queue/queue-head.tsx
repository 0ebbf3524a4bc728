import { useCallback } from 'react'
import { RoomSearch } from '../commands/room-search.tsx'
import { countNarrowed, WIDE } from '../filter/narrowing.ts'
import { FilterButton } from '../filter/filter-button.tsx'
import { FilterChips } from '../filter/filter-chips.tsx'
import { FilterFields } from '../filter/filter-fields.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { say } from '../words/say.ts'
import { stateName } from './item/item-words.ts'
import { type QueueFilter, TABS } from './queue-filter.ts'

type QueueHeadProps = { filter: QueueFilter; onFilter: (change: Partial<QueueFilter>) => void }

/** What the queue is narrowed to. */
export const QueueHead = ({ filter, onFilter }: QueueHeadProps) => {
  const { states } = filter
  const search = useCallback((text: string) => onFilter({ search: text }), [onFilter])
  const choosable = TABS[filter.tab].states
  const chosen = choosable.filter((state) => states.includes(state))
  return (
    <>
      <header className="room-head">
        <h1>{say('queue.title')}</h1>
        <RoomSearch label={say('queue.search')} search={filter.search} onSearch={search} />
        <FilterButton
          count={countNarrowed(filter) + chosen.length}
          onClear={() => onFilter({ ...WIDE, search: filter.search, states: [] })}
        >
          <FilterFields narrowing={filter} onChange={onFilter} external />
          {choosable.length > 1 && (
            <fieldset className="checkbox-group">
              <legend>{say('queue.state')}</legend>
              <div className="checkbox-list">
                {choosable.map((state) => (
                  <CheckboxField
                    key={state}
                    label={stateName(state)}
                    on={states.includes(state)}
                    onChange={(on) =>
                      onFilter({ states: on ? [...states, state] : states.filter((one) => one !== state) })
                    }
                  />
                ))}
              </div>
            </fieldset>
          )}
        </FilterButton>
      </header>
      <FilterChips
        narrowing={filter}
        onChange={onFilter}
        more={chosen.map((state) => ({
          key: `state ${state}`,
          label: stateName(state),
          without: () => onFilter({ states: states.filter((one) => one !== state) }),
        }))}
      />
    </>
  )
}
