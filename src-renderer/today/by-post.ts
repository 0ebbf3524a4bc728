import type { ItemRow } from '../../src-preload/contract/methods.ts'
import { groupByDay } from '../queue/day-groups.ts'

/** What of a post stands alike: for these accounts, at one time, in one state. */
export type TodayPart = readonly [ItemRow, ...ItemRow[]]

/** A post, once, with all of it that was asked for. */
export type TodayPost = { readonly postId: string; readonly parts: readonly TodayPart[] }

/** What nobody has to do anything about is told together; what needs something has its own way out of it. */
const TOGETHER: ReadonlySet<ItemRow['state']> = new Set(['scheduled', 'publishing'])

/** Each post where its first item stands. `isCut`: whether an item cannot go out as its account is now. */
export const groupByPost = (rows: readonly ItemRow[], isCut: (row: ItemRow) => boolean): TodayPost[] => {
  const posts = new Map<string, Map<string, [ItemRow, ...ItemRow[]]>>()
  for (const row of rows) {
    const parts = posts.get(row.postId) ?? new Map<string, [ItemRow, ...ItemRow[]]>()
    posts.set(row.postId, parts)
    const minute = row.schedule === null ? '' : row.schedule.at.slice(0, 16)
    const alike = TOGETHER.has(row.state) && !isCut(row) ? `${row.state} ${minute}` : row.id
    const part = parts.get(alike)
    if (part === undefined) parts.set(alike, [row])
    else part.push(row)
  }
  return [...posts].map(([postId, parts]) => ({ postId, parts: [...parts.values()] }))
}

/** The posts of a day; `day` such as `2026-12-01`, or one word for what waits until the person acts. */
export type TodayDay = { readonly day: string; readonly label: string; readonly posts: readonly TodayPost[] }

/** Posts, soonest first, under the names that their days have in the queue. */
export const groupPostsByDay = (posts: readonly TodayPost[], zone: string, now: number): TodayDay[] => {
  const rows = posts.flatMap(({ parts }) => parts[0]?.[0] ?? [])
  const days: (TodayDay & { posts: TodayPost[] })[] = []
  for (const line of groupByDay(rows, 'soonest', zone, now)) {
    if (line.kind === 'day') days.push({ day: line.key, label: line.label, posts: [] })
    else days.at(-1)?.posts.push(...posts.slice(line.index, line.index + 1))
  }
  return days
}
