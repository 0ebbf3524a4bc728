import { ListFilter } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { PanelButton } from '../ui/panel-button.tsx'

type FilterButtonProps = {
  /** By how many things the list is narrowed. */
  count: number
  onClear: () => void
  children: ReactNode
}

/** Unfolds what the list can be narrowed to, and says when it is. */
export const FilterButton = ({ count, onClear, children }: FilterButtonProps) => (
  <PanelButton
    label="Filter"
    trigger={
      <Button
        icon={<ListFilter size="1rem" aria-hidden="true" />}
        aria-label={count === 0 ? 'Filter' : `Filter, ${count} set`}
      >
        Filter{count > 0 && <span className="tab-count">{count}</span>}
      </Button>
    }
  >
    <div className="panel-head">
      <h2>Filter</h2>
      {count > 0 && (
        <Button size="small" look="quiet" onPress={onClear}>
          Clear
        </Button>
      )}
    </div>
    {children}
  </PanelButton>
)
