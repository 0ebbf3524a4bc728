import { type RawBuilder, sql } from 'kysely'
import type { ItemFilter } from '../core/ports.ts'
import type { Millis } from '../core/records.ts'
import type { Label } from './wanted-labels.ts'
import type { Place } from './sqlite/query.ts'

/** What narrows a list of items beside states, account and search, as its queries take it. */
export type Narrowing = {
  channel: string | null
  since: Millis
  until: Millis
  external: 0 | 1 | null
  /** Numbers of labels that their posts must have, as JSON. */
  labels: string | null
}

export const narrowingOf = (filter: ItemFilter, tags: readonly Label[]): Narrowing => ({
  channel: filter.channel ?? null,
  since: filter.from ?? Number.MIN_SAFE_INTEGER,
  until: filter.to ?? Number.MAX_SAFE_INTEGER,
  external: filter.external === undefined ? null : filter.external ? 1 : 0,
  labels: tags.length === 0 ? null : JSON.stringify(tags.map((label) => label.id)),
})

/** Whether an item is in the narrowed list. */
export const isWithin = (place: Place<Narrowing>): RawBuilder<boolean> => sql<boolean>`
  item.sort_at between ${place('since')} and ${place('until')}
  and (${place('channel')} is null or item.channel = ${place('channel')})
  and (${place('external')} is null or item.external = ${place('external')})
  and (${place('labels')} is null or not exists (
    select 1 from json_each(${place('labels')}) as wanted where not exists (
      select 1 from post_label where post_label.seq = item.post_seq and post_label.label = wanted.value
    )
  ))`
