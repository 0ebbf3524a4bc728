import { ListFilter } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { PanelButton } from '../ui/panel-button.tsx'
import { say } from '../words/say.ts'

type FilterButtonProps = {
  /** By how many things the list is narrowed. */
  count: number
  onClear: () => void
  children: ReactNode
}

/** Unfolds what the list can be narrowed to, and says when it is. */
export const FilterButton = ({ count, onClear, children }: FilterButtonProps) => (
  <PanelButton
    label={say('filter.title')}
    trigger={
      <Button
        icon={<ListFilter size="1rem" aria-hidden="true" />}
        aria-label={count === 0 ? say('filter.title') : say('filter.set', { count })}
      >
        {say('filter.title')}
        {count > 0 && <span className="tab-count">{count}</span>}
      </Button>
    }
  >
    <div className="panel-head">
      <h2>{say('filter.title')}</h2>
      {count > 0 && (
        <Button size="small" look="quiet" onPress={onClear}>
          {say('filter.clear')}
        </Button>
      )}
    </div>
    {children}
  </PanelButton>
)
