import { X } from 'lucide-react'
import { Button, Label, Tag, TagGroup, TagList } from 'react-aria-components'
import { clockName, dayName } from './week.ts'
import { say } from '../words/say.ts'

type DaySlotsProps = { day: number; times: readonly string[]; onRemove: (time: string) => void }

/** The slots of one day. The arrow keys walk through them, Delete takes one out. */
export const DaySlots = ({ day, times, onRemove }: DaySlotsProps) => (
  <TagGroup
    className="day-slots"
    onRemove={(keys) => {
      for (const key of keys) onRemove(String(key))
    }}
  >
    <Label className="day-name">
      <span className="unseen">{dayName(day)}</span>
      <span aria-hidden="true">{dayName(day, 'short')}</span>
    </Label>
    <TagList
      className="day-times"
      items={times.map((time) => ({ id: time }))}
      renderEmptyState={() => <span className="faint">{say('slots.none-on-day')}</span>}
    >
      {({ id }) => (
        <Tag className="slot-time" textValue={clockName(id)}>
          {clockName(id)}
          {/* Its time is the tag's own name, which is read after it. */}
          <Button slot="remove" aria-label={say('slots.remove-on', { day: dayName(day) })}>
            <X size="0.8125rem" aria-hidden="true" />
          </Button>
        </Tag>
      )}
    </TagList>
  </TagGroup>
)
