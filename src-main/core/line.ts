import type { ChargeRecord, ItemRecord, Millis, ScheduleRecord } from './records.ts'

/** An item that may give its time to another of its account, and take another's. */
export type Movable = ItemRecord & { readonly schedule: ScheduleRecord; readonly charge: ChargeRecord }

/** Whether it is scheduled for later, and Posthorn's own to send. */
export const isMovable = (item: ItemRecord, now: Millis): item is Movable =>
  item.state === 'scheduled' &&
  item.held === null &&
  item.charge !== null &&
  item.schedule !== null &&
  item.schedule.at > now

type Timed = Pick<ItemRecord, 'id' | 'schedule'>

/** By time, then by id: the order in which they go out. */
export const compareInLine = (a: Timed, b: Timed): number =>
  (a.schedule?.at ?? 0) - (b.schedule?.at ?? 0) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Moves one of a line before another item, which need not be in the line itself, or to its end. The times stay where they
 * are and the others keep their order: each that is told gets the time and the slot of `takes`. Pure.
 */
export const arrange = (
  line: readonly Movable[],
  item: Movable,
  before: Timed | null,
): { item: Movable; takes: Movable }[] => {
  const inOrder = line.toSorted(compareInLine)
  const others = inOrder.filter((one) => one.id !== item.id)
  const place = before === null ? -1 : others.findIndex((one) => compareInLine(one, before) >= 0)
  const arranged = others.toSpliced(place === -1 ? others.length : place, 0, item)
  return arranged.flatMap((one, index) => {
    const takes = inOrder[index]
    return takes === undefined || isSamePlace(one, takes) ? [] : [{ item: one, takes }]
  })
}

const isSamePlace = (a: Movable, b: Movable): boolean =>
  a.schedule.at === b.schedule.at && a.slot?.planId === b.slot?.planId
