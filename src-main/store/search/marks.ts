import type { Millis } from '../../core/records.ts'

/*
 * Beside its words the index holds marks of when a post and its items stand in their lists: the day, and the stretch
 * of 32 days. With them the newest matches of a common word are found without looking at all the others.
 */

/** Which list a mark is for: of posts, by change; of items, by their sort time. */
export type ListName = 'post' | 'item'

/** A length of time whose matches can be asked for; both ends included. */
export type Span = { mark: string; start: Millis; end: Millis }

const DAY = 86_400_000

const span =
  (name: string, length: Millis) =>
  (list: ListName, at: Millis): Span => {
    const number = Math.floor(at / length)
    const start = number * length
    // Before 1970 the number is negative, and a dash is no part of a word.
    const mark = `${list}${name}${number < 0 ? 'minus' : ''}${Math.abs(number)}`
    return { mark, start, end: start + length - 1 }
  }

export const dayOf = span('day', DAY)
export const stretchOf = span('stretch', 32 * DAY)

/** All that is marked of a time. */
export const marksOf = (list: ListName, at: Millis): string[] => [stretchOf(list, at).mark, dayOf(list, at).mark]

/** An account's id as one word. */
export const accountMark = (accountId: string): string => accountId.replaceAll(/[^0-9A-Za-z]/g, '')

/** Whether marks made of one time hold for the other. */
export const sameDay = (a: Millis, b: Millis): boolean => dayOf('item', a).mark === dayOf('item', b).mark
