import type { CalendarEntry, FreeSlot } from '../../src-preload/contract/model/calendar.ts'
import { dayKey } from '../time/format-time.ts'

/** A post as it stands at one time: its items that are alike, one mark each. */
export type EntryGroup = {
  readonly kind: 'post'
  /** The same wherever it is moved to. */
  readonly key: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly entries: readonly [CalendarEntry, ...CalendarEntry[]]
}

/** A slot that nobody holds. */
export type SlotStop = { readonly kind: 'slot'; readonly key: string; readonly at: number; readonly slot: FreeSlot }

/** What stands in a day and can be reached by the arrows. */
export type Stop = EntryGroup | SlotStop

/** A day as it is shown. */
export type DayPlan = {
  readonly day: string
  readonly stops: readonly Stop[]
  /** How many items stand in it that are not among the stops. */
  readonly more: number
}

/** Items of a post that stand at the same time in the same state belong together. */
export const groupEntries = (entries: readonly CalendarEntry[], moved: ReadonlyMap<string, number>): EntryGroup[] => {
  const groups = new Map<string, { at: number; entries: [CalendarEntry, ...CalendarEntry[]] }>()
  for (const entry of entries) {
    const at = moved.get(entry.id) ?? Date.parse(entry.at)
    const alike = `${entry.postId} ${entry.state} ${Math.floor(at / 60_000)}`
    const group = groups.get(alike)
    if (group === undefined) groups.set(alike, { at, entries: [entry] })
    else group.entries.push(entry)
  }
  return [...groups.values()].map(({ at, entries: alike }) => ({ kind: 'post', key: alike[0].id, at, entries: alike }))
}

type Read = {
  readonly days: readonly { readonly day: string; readonly total: number; readonly entries: readonly CalendarEntry[] }[]
  readonly slots: readonly FreeSlot[]
}

/** The days as they are shown, with what is on its way to another time there already. */
export const planDays = (read: Read, moved: ReadonlyMap<string, number>, zone: string): DayPlan[] => {
  const entries = read.days.flatMap((one) => one.entries)
  const slots = read.slots.map((slot): SlotStop => {
    return { kind: 'slot', key: `${slot.planId} ${slot.at}`, at: Date.parse(slot.at), slot }
  })
  const byDay = new Map<string, Stop[]>(read.days.map(({ day }) => [day, []]))
  for (const stop of [...groupEntries(entries, moved), ...slots]) byDay.get(dayKey(stop.at, zone))?.push(stop)
  return read.days.map(({ day, total, entries: told }) => ({
    day,
    stops: (byDay.get(day) ?? []).toSorted(compareStops),
    more: total - told.length,
  }))
}

/** By time; a post comes before the slot beside it. */
const compareStops = (a: Stop, b: Stop): number =>
  a.at - b.at || (a.kind === b.kind ? (a.key < b.key ? -1 : 1) : a.kind === 'post' ? -1 : 1)

/** What a day has no room for: these of its posts and slots, or with null all of them. */
export type Crowd = { readonly day: string; readonly keys: readonly string[] | null }

/** What of a day is in a crowd now. */
export const stopsOf = ({ day, keys }: Crowd, plans: ReadonlyMap<string, DayPlan>): Stop[] =>
  (plans.get(day)?.stops ?? []).filter(({ key }) => keys === null || keys.includes(key))
