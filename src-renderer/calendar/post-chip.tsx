import { useDesk } from '../shell/desk-context.ts'
import { FirstPicture } from '../shell/first-picture.tsx'
import { formatClock, zoneCity } from '../time/format-time.ts'
import { Avatar } from '../ui/avatar.tsx'
import { ChannelMark } from '../ui/channel-mark.tsx'
import { say, sayList } from '../words/say.ts'
import { useBoard } from './board.ts'
import type { EntryGroup } from './groups.ts'
import { shortClock } from './short-clock.ts'
import { StateMark, useStanding } from './state-mark.tsx'
import './stop.css'
import './post-chip.css'

/** More faces than these are a number. */
const FACES = 3
const MARKS = 2

type PostChipProps = {
  group: EntryGroup
  day: string
  /** `line`: all in one line; `pair`: the words below the time; `block`: as `pair`, and higher; `row`: in a list. */
  look: 'line' | 'pair' | 'block' | 'row'
  reached: boolean
}

/** One post at its time: when, what, who for, and how it stands. */
export const PostChip = ({ group, day, look, reached }: PostChipProps) => {
  const { zone, second, onFocus, open, startDrag } = useBoard()
  const { accounts } = useDesk()
  const [first] = group.entries
  const standing = useStanding(group.entries)
  const clock = formatClock(group.at, zone)
  const text = first.text === '' ? say('calendar.no-text') : first.text
  const names = group.entries.map((entry) => accounts.account(entry.accountId)?.name ?? entry.channel)
  const below = look === 'pair' || look === 'block'
  const elsewhere = second === null ? [] : [`${formatClock(group.at, second)} ${zoneCity(second)}`]
  return (
    <button
      type="button"
      className={`cal-post cal-${look} cal-tone-${standing.tone}`}
      data-stop={group.key}
      data-state={first.state}
      data-external={first.external || undefined}
      tabIndex={reached ? 0 : -1}
      aria-label={[clock, text, sayList(names), standing.says].join(', ')}
      title={[[`${clock} ${zoneCity(zone)}`, ...elsewhere].join(' · '), text].join('\n')}
      onFocus={() => onFocus({ day, key: group.key })}
      onPointerDown={(event) => startDrag(group, event)}
      onClick={(event) => open(group, event.currentTarget)}
    >
      <span className="cal-post-head">
        <StateMark standing={standing} />
        <span className="cal-clock">{look === 'row' ? clock : shortClock(group.at, zone)}</span>
        {!below && <Words text={text} />}
        {look === 'row' && <FirstPicture mediaId={first.picture} count={first.media} />}
        {look === 'line' || look === 'pair' ? <Marks group={group} /> : <Faces group={group} names={names} />}
      </span>
      {below && <Words text={text} />}
    </button>
  )
}

const Words = ({ text }: { text: string }) => (
  <span className="cal-text" dir="auto">
    {text}
  </span>
)

/** In a line there is room for marks only: each once, and how many accounts there are more. */
const Marks = ({ group }: { group: EntryGroup }) => {
  const { accounts } = useDesk()
  const marks = group.entries.flatMap(({ accountId, channel }) => accounts.markOf(accountId, channel) ?? [])
  const shown = [...new Set(marks)].slice(0, MARKS)
  return (
    <span className="cal-faces" aria-hidden="true">
      {shown.map((mark) => (
        <ChannelMark key={mark.colour + mark.letters} mark={mark} />
      ))}
      <Rest count={group.entries.length - shown.length} />
    </span>
  )
}

const Faces = ({ group, names }: { group: EntryGroup; names: readonly string[] }) => {
  const { accounts } = useDesk()
  const shown = group.entries.slice(0, group.entries.length > FACES ? FACES - 1 : FACES)
  return (
    <span className="cal-faces" aria-hidden="true">
      {shown.map(({ id, accountId, channel }, index) => (
        <Avatar
          key={id}
          name={names[index] ?? ''}
          accountId={accountId}
          mark={accounts.markOf(accountId, channel)}
          size="small"
        />
      ))}
      <Rest count={group.entries.length - shown.length} />
    </span>
  )
}

const Rest = ({ count }: { count: number }) => (count > 0 ? <span className="cal-more-faces">+{count}</span> : null)
