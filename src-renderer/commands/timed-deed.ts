import { useEffect, useRef } from 'react'
import type { OwnTime } from '../composer/draft/draft.ts'
import { useDesk } from '../shell/desk-context.ts'
import type { WordKey } from '../words/en.ts'
import type { CommandGroup } from './command.ts'

/** What can be done at a time that is typed into the palette: `Move to Fri 12 Mar, 09:00`. */
export type TimedDeed = {
  readonly group: CommandGroup
  /** Its name, with a `time` in it. */
  readonly says: WordKey
  /** What it is done to, in a few words; empty: what is on the page. */
  readonly about: string
  /** The time that it has now: who types a day alone means that time of the day. Null: it has none. */
  readonly from: OwnTime | null
  readonly run: (time: OwnTime) => void
}

/** Offers it as long as the component lives; null: there is nothing to do it to now. */
export const useTimedDeed = (deed: () => TimedDeed | null): void => {
  const { commands } = useDesk()
  // Not an effect event: the palette asks while it is drawn.
  const latest = useRef(deed)
  useEffect(() => {
    latest.current = deed
  })
  useEffect(() => commands.offer(() => latest.current()), [commands])
}
