import type { CalendarDateTime, DateValue } from '@internationalized/date'
import { Check, ChevronLeft, ChevronRight, Users } from 'lucide-react'
import { useState } from 'react'
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  DateField,
  DateInput,
  DateSegment,
  Heading,
  Label,
} from 'react-aria-components'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { formatClock, formatDateMoment } from '../../time/format-time.ts'
import { quickTimes } from '../../time/quick-times.ts'
import { useNow } from '../../time/use-now.ts'
import { resolveWall, wallOf } from '../../time/wall-time.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/text-field.tsx'
import { ZoneField } from '../../ui/zone-field.tsx'
import { inOwnWords } from '../../words/say-failure.ts'
import { say } from '../../words/say.ts'
import { SlotChoices } from './slot-choices.tsx'
import { describeTime } from './describe-time.ts'
import { useTypedTime } from './typed-time.ts'
import { NOW, type WhenChoice } from './when-choice.ts'
import './when-panel.css'

type WhenPanelProps = {
  /** Null: none is yet. */
  chosen: WhenChoice | null
  onChoose: (choice: WhenChoice) => void
  /** What the button says that takes the date: `Set time`. */
  confirm?: string
  /** The zone that times are written in; left out: the person's own. */
  zone?: string
  /** Told when another is chosen. */
  onZone?: (zone: string) => void
  /** The time of one account among others: a date alone, or theirs. */
  alone?: { joined: boolean; onJoin: () => void }
}

/** Times people mean most often, and any other. */
export const WhenPanel = ({ chosen, onChoose, confirm, zone: given, onZone, alone }: WhenPanelProps) => {
  const { settings } = useDesk()
  const own = useStore(settings.state, (s) => s.zone)
  const now = useNow(1000)
  const [zone, setZone] = useState(chosen?.kind === 'at' ? chosen.zone : (given ?? own))
  const quick = quickTimes(now, zone)
  const tomorrow = quick.find((one) => one.key === 'tomorrow-morning')?.wall ?? ''
  const time = useTypedTime(() => (chosen?.kind === 'at' ? chosen.wall : tomorrow), now, zone)
  const [unread, setUnread] = useState(false)
  const { value } = time
  const wall = wallOf(value)
  const resolved = resolveWall(wall, zone)
  const words = resolved === null ? null : describeTime(resolved, { wall, zone, own, now })

  return (
    <form
      className="when-panel"
      onSubmit={(event) => {
        event.preventDefault()
        event.stopPropagation()
        setUnread(time.unread)
        if (resolved !== null && !time.unread) onChoose({ kind: 'at', wall, zone })
      }}
    >
      <div className="when-typed">
        <TextField
          label={say('composer.time-in-words')}
          placeholder={say('composer.time-in-words-such-as')}
          first
          autoComplete="off"
          value={time.typed}
          onChange={(text) => {
            setUnread(false)
            time.type(text)
          }}
          failure={unread && time.unread ? unknownTime() : null}
        />
      </div>
      <ul className="when-quick" aria-label={say('composer.quick-choices')}>
        {alone === undefined ? (
          <>
            <li>
              <Button look="quiet" onPress={() => onChoose(NOW)}>
                <span>{say('composer.now')}</span>
                {chosen?.kind === 'now' && <Check size="0.9375rem" aria-label={say('composer.chosen')} />}
              </Button>
            </li>
            <SlotChoices chosen={chosen} now={now} own={own} onChoose={onChoose} />
          </>
        ) : (
          <li>
            <Button look="quiet" icon={<Users size="0.9375rem" aria-hidden="true" />} onPress={alone.onJoin}>
              <span>{say('composer.time-with-others')}</span>
              {alone.joined && <Check size="0.9375rem" aria-label={say('composer.chosen')} />}
            </Button>
          </li>
        )}
        {quick.map(({ key, label, wall: at }) => (
          <li key={key}>
            <Button look="quiet" onPress={() => onChoose({ kind: 'at', wall: at, zone })}>
              <span>{label}</span>
              <span className="faint">{quickWords(key, resolveWall(at, zone)?.at ?? now, zone)}</span>
            </Button>
          </li>
        ))}
      </ul>
      <div className="when-exact">
        <DateField
          className="field"
          granularity="minute"
          hideTimeZone
          value={value}
          onChange={(next) => next !== null && time.set(next)}
        >
          <Label>{say('composer.date-and-time')}</Label>
          <DateInput className="date-input">
            {(segment) => <DateSegment className="date-segment" segment={segment} />}
          </DateInput>
        </DateField>
        <MonthView value={value} onChange={time.set} />
        <ZoneField
          label={say('composer.time-zone')}
          zone={zone}
          onChange={(next) => {
            setZone(next)
            onZone?.(next)
          }}
        />
        <div className="when-words" aria-live="polite">
          {words?.map((line) => (
            <p key={line.text} className={line.tone === 'warn' ? 'when-warn' : 'faint'}>
              {line.text}
            </p>
          ))}
        </div>
        <Button look="primary" type="submit">
          {confirm ?? say('composer.set-time')}
        </Button>
      </div>
    </form>
  )
}

/** Its hour; of a day that is further than tomorrow the date as well. */
const quickWords = (key: string, at: number, zone: string): string =>
  key === 'monday-morning' ? formatDateMoment(at, zone) : formatClock(at, zone)

const unknownTime = () => inOwnWords({ message: say('composer.time-unread'), next: say('composer.time-unread-next') })

type MonthViewProps = { value: CalendarDateTime; onChange: (value: CalendarDateTime) => void }

const MonthView = ({ value, onChange }: MonthViewProps) => {
  const [before, setBefore] = useState(value)
  const [shown, setShown] = useState<DateValue>(value)
  // A day of another month, typed or set by its parts, is brought into view.
  if (value.compare(before) !== 0) {
    setBefore(value)
    setShown(value)
  }
  return (
    <Calendar
      aria-label={say('composer.day')}
      className="month"
      value={value}
      focusedValue={shown}
      onFocusChange={setShown}
      onChange={(day) => onChange(value.set(day))}
    >
      <header className="month-head">
        <IconButton
          slot="previous"
          size="small"
          label={say('composer.month-before')}
          icon={<ChevronLeft size="1rem" />}
        />
        <Heading />
        <IconButton slot="next" size="small" label={say('composer.month-after')} icon={<ChevronRight size="1rem" />} />
      </header>
      <CalendarGrid weekdayStyle="short">
        <CalendarGridHeader>{(day) => <CalendarHeaderCell>{day}</CalendarHeaderCell>}</CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className="month-day" />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  )
}
