import { useCallback, useEffect, useState } from 'react'
import type { When } from '../../src-preload/contract/model/post.ts'
import type { OwnTime } from '../composer/draft/draft.ts'
import { useDesk } from '../shell/desk-context.ts'
import { dayKey } from '../time/format-time.ts'
import { resolveWall, wallAt } from '../time/wall-time.ts'
import { travel } from '../ui/travel.ts'
import type { WordKey } from '../words/en.ts'
import type { Focus } from './board.ts'
import type { Nudge } from './calendar-commands.ts'
import type { Note } from './calendar-note.tsx'
import { shiftDay } from './days.ts'
import type { Drop } from './drag.ts'
import type { EntryGroup } from './groups.ts'
import { sameHourOn } from './hours.ts'
import { whyFixed, whyNotAt } from './move-rules.ts'
import { chipOf, useMoves } from './use-moves.ts'

/** A note stays as long as it takes to read it, in milliseconds. */
const STAYS = 6000

/** Moves posts by the arrows and by the hand, and says why where they stay. */
export const useShifts = (zone: string, go: (to: Focus, byKeys?: boolean) => void) => {
  const { toasts } = useDesk()
  const move = useMoves(zone)
  const [note, setNote] = useState<Note | null>(null)

  useEffect(() => {
    if (note === null) return
    const timer = setTimeout(() => setNote(null), STAYS)
    return () => clearTimeout(timer)
  }, [note])

  const refuse = useCallback((key: WordKey, place: Note['place']) => {
    setNote((before) => ({ key, place, id: (before?.id ?? 0) + 1 }))
  }, [])

  const take = async (group: EntryGroup, at: number, when: When): Promise<void> => {
    setNote(null)
    go({ day: dayKey(at, zone), key: group.key }, true)
    const failure = await move(group, at, when)
    if (failure === null) return
    toasts.fail(failure)
    go({ day: dayKey(group.at, zone), key: group.key }, true)
  }

  const shift = (group: EntryGroup, by: Nudge): void => {
    const at =
      'days' in by
        ? sameHourOn(group.at, shiftDay(dayKey(group.at, zone), by.days), zone)
        : group.at + by.minutes * 60_000
    const refused = whyFixed(group.entries[0]) ?? whyNotAt(at, Date.now())
    if (refused !== null) return refuse(refused, besideFocus())
    travel(chipOf(group))
    void take(group, at, whenFor(group, at, zone, 'days' in by))
  }

  const shiftTo = (group: EntryGroup, time: OwnTime): void => {
    const at = resolveWall(time.wall, time.zone)?.at ?? null
    if (at === null) return refuse('calendar.refused-gap', besideFocus())
    const refused = whyFixed(group.entries[0]) ?? whyNotAt(at, Date.now())
    if (refused !== null) return refuse(refused, besideFocus())
    travel(chipOf(group))
    void take(group, at, { kind: 'at', ...time })
  }

  const shiftByDrop = (group: EntryGroup, drop: Drop, refused: WordKey | null): void => {
    const { left, top, height } = drop.place
    if (refused !== null || drop.at === null) {
      return refuse(refused ?? 'calendar.refused-gap', { x: left, y: top + Math.min(height, 40) })
    }
    if (Math.abs(drop.at - group.at) < 60_000) return
    void take(group, drop.at, whenFor(group, drop.at, zone, dayKey(drop.at, zone) !== dayKey(group.at, zone)))
  }

  return { note, refuse, shift, shiftTo, shiftByDrop }
}

/** The hour on the clock is meant where only the day changes; otherwise the instant, since an hour can happen twice. */
const whenFor = (group: EntryGroup, at: number, zone: string, dayOnly: boolean): When =>
  dayOnly && wallAt(at, zone).slice(11) === wallAt(group.at, zone).slice(11)
    ? { kind: 'at', wall: wallAt(at, zone), zone }
    : { kind: 'instant', at: new Date(at).toISOString(), zone }

const besideFocus = (): Note['place'] => {
  const box = document.activeElement?.getBoundingClientRect()
  return box === undefined ? null : { x: box.left, y: box.bottom }
}
