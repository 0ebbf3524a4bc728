import { sql } from 'kysely'
import { feature as features } from '../../src-preload/contract/model/quota.ts'
import type { ChargeFilter, ChargeSum, Store } from '../core/ports.ts'
import type { ChargeRecord, Millis } from '../core/records.ts'
import type { Connection } from './sqlite/connection.ts'
import { type Bound, type Place, query } from './sqlite/query.ts'
import type { Session } from './sqlite/session.ts'

export const createCharges = (session: Session): Store['charges'] => ({
  sum: (filter) => session.read((connection) => sumOf(connection, filter)),
  list: (filter) => session.read((connection) => connection.all(single(filter, filter))),
  use: ({ feature, at }) =>
    session.write((connection) => {
      connection.run(keepUse.with({ feature, at }))
      connection.run(countUse.with({ feature, day: Math.floor(at / DAY) }))
    }),
})

const DAY = 86_400_000

type Charge = { at: Millis; credits: number; standing: ChargeRecord['standing'] }
type Stretch = { from: Millis; to: Millis }

/** Whole days are added up already; what begins and ends within a day is added charge by charge. */
const sumOf = (connection: Connection, filter: ChargeFilter): ChargeSum => {
  const sum: ChargeSum = { reserved: { posts: 0, credits: 0 }, consumed: { posts: 0, credits: 0 } }
  const add = (standing: ChargeRecord['standing'], posts: number, credits: number) => {
    sum[standing].posts += posts
    sum[standing].credits += credits
  }
  const first = Math.ceil(filter.from / DAY)
  const end = Math.max(first, Math.floor(filter.to / DAY))
  const edges: Stretch[] = [
    { from: filter.from, to: Math.min(filter.to, first * DAY) },
    { from: Math.max(filter.from, end * DAY), to: filter.to },
  ]
  const { feature = null, accountId = null, except = null } = filter
  if (end > first) {
    for (const day of connection.all(days.with({ first, end, feature, accountId }))) {
      add(day.standing, day.posts, day.credits)
    }
    const own =
      except === null
        ? undefined
        : connection.first(ownWithin.with({ ...within(first, end), feature, accountId, except }))
    if (own) add(own.standing, -1, -own.credits)
  }
  for (const edge of edges) {
    if (edge.from >= edge.to) continue
    for (const { standing, credits } of connection.all(single(filter, edge))) add(standing, 1, credits)
  }
  return sum
}

const within = (first: number, end: number): Stretch => ({ from: first * DAY, to: end * DAY })

type Values = Stretch & { feature: string | null; accountId: string | null; except: string | null }

const single = (filter: ChargeFilter, { from, to }: Stretch): Bound<Charge> => {
  const { feature = null, accountId = null, except = null } = filter
  const values = { from, to, feature, accountId, except }
  if (accountId !== null) return ofAccount.with(values)
  return (feature === null ? ofAll : ofFeature).with(values)
}

const charges = (
  which: (place: Place<Values>, column: (name: string) => ReturnType<typeof sql.ref>) => ReturnType<typeof sql>,
) =>
  query<Values>()(
    (place) => sql<Charge>`
    select charge_at as at, charge_credits as credits, charge_standing as standing from item
      where charge_at >= ${place('from')} and charge_at < ${place('to')}
        and ${which(place, (name) => sql.ref(name === 'feature' ? 'charge_feature' : name))}
        and (${place('except')} is null or id <> ${place('except')})
    union all
    select at, credits, 'consumed' as standing from charge_kept
      where at >= ${place('from')} and at < ${place('to')}
        and ${which(place, (name) => sql.ref(name))}
        and (${place('except')} is null or item_id <> ${place('except')})
    order by at`,
  )

// Named one by one, they are searches of an index that there is already.
const FEATURES = sql.join(features.options.map((one) => sql.lit(one)))

const ofFeature = charges((place, column) => sql`${column('feature')} = ${place('feature')}`)
const ofAccount = charges(
  (place, column) => sql`${column('account_id')} = ${place('accountId')}
    and (${place('feature')} is null or ${column('feature')} = ${place('feature')})`,
)
const ofAll = charges((_, column) => sql`${column('feature')} in (${FEATURES})`)

const days = query<{ first: number; end: number; feature: string | null; accountId: string | null }>()(
  (place) => sql<{ standing: ChargeRecord['standing']; posts: number; credits: number }>`
    select standing, sum(posts) as posts, sum(credits) as credits from charge_day
    where day >= ${place('first')} and day < ${place('end')}
      and (${place('feature')} is null or feature = ${place('feature')})
      and (${place('accountId')} is null or account_id = ${place('accountId')})
    group by standing`,
)

const ownWithin = query<Values>()(
  (place) => sql<Charge>`
    select charge_at as at, charge_credits as credits, charge_standing as standing from item
    where id = ${place('except')} and charge_at >= ${place('from')} and charge_at < ${place('to')}
      and (${place('feature')} is null or charge_feature = ${place('feature')})
      and (${place('accountId')} is null or account_id = ${place('accountId')})
    union all
    select at, credits, 'consumed' as standing from charge_kept
    where item_id = ${place('except')} and at >= ${place('from')} and at < ${place('to')}
      and (${place('feature')} is null or feature = ${place('feature')})
      and (${place('accountId')} is null or account_id = ${place('accountId')})`,
)

const keepUse = query<{ feature: string; at: Millis }>()(
  (place) => sql`
    insert into charge_kept (item_id, account_id, feature, credits, at)
    values ('use_' || lower(hex(randomblob(16))), '', ${place('feature')}, 0, ${place('at')})`,
)

const countUse = query<{ feature: string; day: number }>()(
  (place) => sql`
    insert into charge_day (day, feature, account_id, standing, posts, credits)
    values (${place('day')}, ${place('feature')}, '', 'consumed', 1, 0)
    on conflict do update set posts = posts + 1`,
)
