import { CalendarDays, Search } from 'lucide-react'
import { useMemo, useState } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { UPCOMING } from '../../queue/queue-filter.ts'
import { useDesk } from '../../shell/desk-context.ts'
import type { Desk } from '../../shell/desk.ts'
import { dayKey, formatDay } from '../../time/format-time.ts'
import { locale, say } from '../../words/say.ts'
import type { Entry } from './entry.ts'
import { commandEntries, placeEntries } from './known-entries.ts'
import { postEntry } from './post-entry.ts'
import { guessEntries, rankEntries } from './rank-entries.ts'
import { useDayReader } from './use-day-reader.ts'
import { useFoundPosts } from './use-found-posts.ts'

type Shown = { entries: readonly Entry[]; failure: Failure | null; searching: boolean }

/** Everything that a text finds; without a text, all that can be done now. */
export const useEntries = (text: string): Shown => {
  const desk = useDesk()
  const readDay = useDayReader()
  const { posts, failure, searching } = useFoundPosts(text)
  // What was there when the palette was opened: nothing moves under the finger.
  const [now] = useState(Date.now)
  const [commands] = useState(() => commandEntries(desk))
  const [places] = useState(() => [goToDateEntry(), ...placeEntries(desk)])
  const { zone } = desk.settings.state.getState()
  const known = useMemo(
    () => (text.trim() === '' ? commands : rankEntries([...commands, ...places], text)),
    [commands, places, text],
  )
  // A post with the very word is meant before a command with its letters.
  const isGuessed = known.length === 0 && posts.length === 0 && text.trim() !== ''
  const guessed = useMemo(() => (isGuessed ? guessEntries(commands, text) : []), [isGuessed, commands, text])
  const day = useMemo(() => readDay?.(text, dayKey(now, zone), locale()) ?? null, [readDay, text, zone, now])
  const entries = [
    ...(day === null ? [] : [dayEntry(desk, day)]),
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
