import { type RawBuilder, sql } from 'kysely'
import type { PostStatus } from '../../src-preload/contract/model/post.ts'
import type { PostFilter } from '../core/ports.ts'
import { type Condition, EXTERNAL, hasStatus, isBetween, type Named, UNSCHEDULED } from './post-conditions.ts'
import type { Connection } from './sqlite/connection.ts'
import { type Place, type Query, query } from './sqlite/query.ts'
import type { Label } from './wanted-labels.ts'

/** Where a list of posts is read from: one or several indexes that are gone through in the order of the list. */
export type Source = {
  readonly name: string
  readonly values: Named
  /** One for each index; `order` is the column of the list's order. */
  readonly branches: readonly ((place: Place<Named>, order: string) => Branch)[]
}

/** `at`: the list's order, as the index has it. */
type Branch = { from: RawBuilder<unknown>; at: RawBuilder<number>; where: RawBuilder<boolean> }

/** Up to so many posts are counted to find out which source is the shortest. */
export const COUNTED = 20_000

/** Up to so many posts of a stretch of time are sorted by the order of the list, which its index does not have. */
const SORTED = 100_000

/** The shortest source there is for what the list is narrowed by, and how many posts it has as far as that is known. */
export const shortestSource = (
  connection: Connection,
  filter: PostFilter,
  labels: readonly Label[],
): { source: Source; posts: () => number } => {
  const { statuses, unscheduled, external, from, to } = filter
  const label = labels[0]
  const candidates: { source: Source; posts: () => number }[] = []
  const add = (source: Source, posts: () => number) => candidates.push({ source, posts })
  const between = from !== undefined || to !== undefined ? isBetween(from, to) : null
  const inTime = between ? count(connection, between, SORTED) : Number.POSITIVE_INFINITY
  if (between && inTime < SORTED) add(inOrderOfTime(between), () => inTime)
  if (label) add(labelled(label.id), () => label.posts)
  if (statuses) add(ofStatuses(statuses), () => count(connection, hasStatus(statuses), COUNTED))
  if (unscheduled) add(entries(UNSCHEDULED), () => count(connection, UNSCHEDULED, COUNTED))
  if (external) add(entries(EXTERNAL), () => count(connection, EXTERNAL, COUNTED))
  const [only, ...others] = candidates
  if (!only) return { source: ALL, posts: () => Number.POSITIVE_INFINITY }
  if (others.length === 0) return only
  const counted = candidates.map((one) => ({ ...one, n: one.posts() }))
  return counted.reduce((shortest, one) => (one.n < shortest.n ? one : shortest))
}

/** Some posts, to be sorted. */
export const these = (seqs: readonly number[]): Source => ({
  name: 'these',
  values: { seqs: JSON.stringify(seqs) },
  branches: [
    (place, order) => ({
      from: sql`json_each(${place('seqs')}) as one cross join post_entry on post_entry.seq = one.value`,
      at: sql`+post_entry.${sql.ref(order)}`,
      where: sql`true`,
    }),
  ],
})

const labelled = (id: number): Source => ({
  name: 'label',
  values: { source: id },
  branches: [
    (place, order) => ({
      from: sql`post_label as one cross join post_entry on post_entry.seq = one.seq`,
      at: sql`one.${sql.ref(order)}`,
      where: sql`one.label = ${place('source')}`,
    }),
  ],
})

const entries = (condition: Condition): Source => ({
  name: condition.name,
  values: condition.values,
  branches: [
    (place, order) => ({
      from: sql`post_entry`,
      at: sql`post_entry.${sql.ref(order)}`,
      where: condition.sql(place),
    }),
  ],
})

/** Read by time, and then sorted. */
const inOrderOfTime = (between: Condition): Source => ({
  name: 'time',
  values: between.values,
  branches: [
    (place, order) => ({
      from: sql`post_entry indexed by post_entry_time`,
      at: sql`+post_entry.${sql.ref(order)}`,
      where: between.sql(place),
    }),
  ],
})

const ALL = entries({ name: 'all', values: {}, sql: () => sql`true` })

/** Which phase it is follows from the status; what is ahead and busy is looked for by the items, being so few. */
const ofStatuses = (statuses: readonly PostStatus[]): Source => {
  const ahead = statuses.includes('scheduled')
  const phases = [
    ...statuses.filter((status) => status !== 'scheduled' && status !== 'publishing'),
    ...(ahead ? ['ahead'] : []),
  ]
  const values = Object.fromEntries(phases.map((phase, index) => [`phase${index}`, phase]))
  const inPhase = (index: number) => (place: Place<Named>, order: string) => ({
    from: sql`post_entry`,
    at: sql<number>`post_entry.${sql.ref(order)}`,
    where: sql<boolean>`post_entry.phase = ${place(`phase${index}`)}`,
  })
  const busy = !ahead && statuses.includes('publishing') ? [BUSY] : []
  return {
    name: `statuses ${phases.length} ${busy.length}`,
    values,
    branches: [...phases.map((_, index) => inPhase(index)), ...busy],
  }
}

const BUSY: Source['branches'][number] = (_, order) => ({
  from: sql`(
    select distinct post_seq as seq from item where hidden = 0 and state in ('publishing', 'unconfirmed')
  ) as one cross join post_entry on post_entry.seq = one.seq`,
  at: sql`+post_entry.${sql.ref(order)}`,
  where: sql`post_entry.phase = 'ahead'`,
})

/** How many there are; at the limit it is known no more. */
const count = (connection: Connection, condition: Condition, limit: number): number => {
  const known = counts.get(condition.name) ?? query<Named>()((place) => counting(condition, place))
  counts.set(condition.name, known)
  const n = connection.first(known.with({ ...condition.values, limit }))?.n ?? 0
  return n < limit ? n : Number.POSITIVE_INFINITY
}

const counts = new Map<string, Query<Named, { n: number }>>()

const counting = (condition: Condition, place: Place<Named>) =>
  sql<{ n: number }>`select count(*) as n from (
    select 1 from post_entry where ${condition.sql(place)} limit ${place('limit')}
  )`
