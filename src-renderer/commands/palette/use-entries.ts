import { CalendarClock, CalendarDays, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { timeLabel } from '../../composer/send/when-label.ts'
import { UPCOMING } from '../../queue/queue-filter.ts'
import { useDesk } from '../../shell/desk-context.ts'
import type { Desk } from '../../shell/desk.ts'
import { formatDay } from '../../time/format-time.ts'
import { resolveWall, wallAt } from '../../time/wall-time.ts'
import { locale, say } from '../../words/say.ts'
import type { TimedDeed } from '../timed-deed.ts'
import type { Entry } from './entry.ts'
import { commandEntries, placeEntries } from './known-entries.ts'
import { postEntry } from './post-entry.ts'
import { guessEntries, rankEntries } from './rank-entries.ts'
import type { ReadWhen } from './read-when.ts'
import { useFoundPosts } from './use-found-posts.ts'
import { useWhenReader } from './use-when-reader.ts'

type Shown = { entries: readonly Entry[]; failure: Failure | null; searching: boolean }

/** Everything that a text finds; without a text, all that can be done now. */
export const useEntries = (text: string): Shown => {
  const desk = useDesk()
  const readWhen = useWhenReader()
  const { posts, failure, searching } = useFoundPosts(text)
  // What was there when the palette was opened: nothing moves under the finger.
  const [now] = useState(Date.now)
  const [commands] = useState(() => commandEntries(desk))
  const [timed] = useState(() => desk.commands.timed())
  const [places] = useState(() => [goToDateEntry(), ...placeEntries(desk)])
  const { zone } = desk.settings.state.getState()
  const known = useMemo(
    () => (text.trim() === '' ? commands : rankEntries([...commands, ...places], text)),
    [commands, places, text],
  )
  // A post with the very word is meant before a command with its letters.
  const isGuessed = known.length === 0 && posts.length === 0 && text.trim() !== ''
  const guessed = useMemo(() => (isGuessed ? guessEntries(commands, text) : []), [isGuessed, commands, text])
  const when = useMemo(() => readWhen?.(text, wallAt(now, zone), locale()) ?? null, [readWhen, text, zone, now])
  const entries = [
    ...(when === null
      ? []
      : [...timed.flatMap((deed) => timedEntry(deed, when, { zone, now })), dayEntry(desk, when.day)]),
    ...known,
    ...guessed,
    ...posts.map((post) => postEntry(desk, post, text)),
    ...(posts.length === 0 ? [] : [queueEntry(desk, text.trim())]),
  ]
  return { entries: entries, failure, searching }
}

/** Days are found by typing them; this tells so to who looks for a way to one. */
const goToDateEntry = (): Entry => ({
  id: 'day.ask',
  group: 'day',
  icon: CalendarDays,
  label: say('commands.go-to-date'),
  note: '',
  keys: '',
  names: [say('commands.go-to-date'), say('commands.go-to-date-also')],
  run: () => undefined,
  asks: say('commands.ask-day', { example: say('commands.date-example') }),
})

/** None where the text names a day alone and what is moved has no time of its own, or where clocks skip that time. */
const timedEntry = (deed: TimedDeed, { day, clock }: ReadWhen, here: { zone: string; now: number }): Entry[] => {
  const at = clock ?? deed.from?.wall.slice(11, 16)
  if (at === undefined) return []
  const time = { wall: `${day}T${at}`, zone: deed.from?.zone ?? here.zone }
  if (resolveWall(time.wall, time.zone) === null) return []
  const label = say(deed.says, { time: timeLabel(time, here) })
  return [
    {
      id: `timed.${deed.says}`,
      group: deed.group,
      icon: CalendarClock,
      label,
      note: deed.about,
      keys: '',
      names: [],
      run: () => deed.run(time),
    },
  ]
}

const dayEntry = ({ route }: Desk, day: string): Entry => ({
  id: `day.${day}`,
  group: 'day',
  icon: CalendarDays,
  label: say('commands.go-to-day', { day: formatDay(Date.parse(`${day}T12:00Z`), 'UTC', Date.now()) }),
  note: day,
  keys: '',
  names: [],
  run: () => route.go({ room: 'calendar', day }),
})

const queueEntry = ({ route }: Desk, search: string): Entry => ({
  id: 'posts.search',
  group: 'posts',
  icon: Search,
  label: say('commands.search-queue', { text: search }),
  note: '',
  keys: '',
  names: [],
  run: () => route.go({ room: 'queue', itemId: null, filter: { ...UPCOMING, tab: 'all', search } }),
})
