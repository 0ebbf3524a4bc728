import { type RawBuilder, sql } from 'kysely'
import type { PostStatus } from '../../src-preload/contract/model/post.ts'
import type { PostFilter } from '../core/ports.ts'
import type { Place, Value } from './sqlite/query.ts'
import type { Label } from './wanted-labels.ts'

export type Named = Record<string, Value>

/** Something that a post of the list must be, asked of its entry; `name` tells one form of query from another. */
export type Condition = {
  readonly name: string
  readonly values: Named
  sql(place: Place<Named>): RawBuilder<boolean>
}

/** All that a list of posts is narrowed by, its search aside. */
export const conditionsOf = (filter: PostFilter, labels: readonly Label[]): Condition[] => {
  const { statuses, unscheduled, external, from, to } = filter
  return [
    ...labels.map((label, index) => hasLabel(label.id, index)),
    ...(statuses ? [hasStatus(statuses)] : []),
    ...(unscheduled === undefined ? [] : [unscheduled ? UNSCHEDULED : SCHEDULED]),
    ...(external === undefined ? [] : [external ? EXTERNAL : OWN]),
    ...(from === undefined && to === undefined ? [] : [isWithin(from, to)]),
  ]
}

const hasLabel = (id: number, index: number): Condition => ({
  name: `label${index}`,
  values: { [`label${index}`]: id },
  sql: (place) =>
    sql`exists (select 1 from post_label where post_label.seq = post_entry.seq and post_label.label = ${place(`label${index}`)})`,
})

/** The posts whose items are just being sent, or whose sending no one knows the end of: never many. */
const BUSY = sql`select post_seq from item where hidden = 0 and state in ('publishing', 'unconfirmed')`

export const hasStatus = (statuses: readonly PostStatus[]): Condition => {
  const scheduled = statuses.includes('scheduled')
  const publishing = statuses.includes('publishing')
  const whole = statuses.filter((status) => status !== 'scheduled' && status !== 'publishing')
  const phases = JSON.stringify(scheduled && publishing ? [...whole, 'ahead'] : whole)
  const values = { phases }
  const inPhase = (place: Place<Named>) =>
    sql<boolean>`post_entry.phase in (select value from json_each(${place('phases')}))`
  if (scheduled === publishing) return { name: 'phases', values, sql: inPhase }
  const not = scheduled ? sql`not` : sql``
  return {
    name: scheduled ? 'scheduled' : 'publishing',
    values,
    sql: (place) => sql`(${inPhase(place)} or post_entry.phase = 'ahead' and post_entry.seq ${not} in (${BUSY}))`,
  }
}

const plain = (name: string, condition: RawBuilder<boolean>): Condition => ({ name, values: {}, sql: () => condition })
export const UNSCHEDULED = plain('unscheduled', sql`post_entry.set_for is null`)
const SCHEDULED = plain('planned', sql`post_entry.set_for is not null`)
export const EXTERNAL = plain('external', sql`post_entry.external = 1`)
const OWN = plain('own', sql`post_entry.external = 0`)

/** By the index of times; a list that is read by another goes without it. */
export const isBetween = (from: number | undefined, to: number | undefined): Condition => between(from, to, sql``)
const isWithin = (from: number | undefined, to: number | undefined): Condition => between(from, to, sql`+`)

const between = (from: number | undefined, to: number | undefined, sign: RawBuilder<unknown>): Condition => ({
  name: 'between',
  values: { from: from ?? Number.MIN_SAFE_INTEGER, to: to ?? Number.MAX_SAFE_INTEGER },
  sql: (place) => sql`${sign}coalesce(post_entry.set_for, post_entry.made) between ${place('from')} and ${place('to')}`,
})

export const hasWords = (match: string): Condition => ({
  name: 'words',
  values: { match },
  sql: (place) => sql`exists (
    select 1 from post_search where post_search match ${place('match')} and post_search.rowid = post_entry.seq
  )`,
})
