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
const COUNTED = 20_000

/** Up to so many posts are sorted at once. */
export const FEW = 1000

/** The shortest source there is for what the list is narrowed by, and how many posts it has as far as that is known. */
export const shortestSource = (
  connection: Connection,
  filter: PostFilter,
  labels: readonly Label[],
): { source: Source; posts: () => number } => {
  const { statuses, unscheduled, external, from, to } = filter
  if (from !== undefined || to !== undefined) {
    const posts = seqsOf(connection, isBetween(from, to), FEW + 1)
    if (posts.length <= FEW) return { source: these(posts), posts: () => posts.length }
  }
  const label = labels[0]
  const candidates: { source: Source; posts: () => number }[] = []
  const add = (source: Source, posts: () => number) => candidates.push({ source, posts })
  if (label) add(labelled(label.id), () => label.posts)
  if (statuses) add(ofStatuses(statuses), () => seqsOf(connection, hasStatus(statuses), COUNTED).length)
  if (unscheduled) add(entries(UNSCHEDULED), () => seqsOf(connection, UNSCHEDULED, COUNTED).length)
  if (external) add(entries(EXTERNAL), () => seqsOf(connection, EXTERNAL, COUNTED).length)
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

const seqsOf = (connection: Connection, condition: Condition, limit: number): number[] => {
  const known = counts.get(condition.name) ?? query<Named>()((place) => seqs(condition, place))
  counts.set(condition.name, known)
  return connection.all(known.with({ ...condition.values, limit })).map((row) => row.seq)
}

const counts = new Map<string, Query<Named, { seq: number }>>()

const seqs = (condition: Condition, place: Place<Named>) =>
  sql<{ seq: number }>`select seq from post_entry where ${condition.sql(place)} limit ${place('limit')}`
