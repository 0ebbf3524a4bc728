import type { Input } from '../../src-preload/contract/methods.ts'
import { resolveWall } from '../time/wall-time.ts'

/** What a list of posts is narrowed to by the fields of its filter. */
export type Filters = {
  readonly accountId: string | null
  /** Key of a channel. */
  readonly channel: string | null
  /** Posts that have every one of these. */
  readonly tags: readonly string[]
  /** Days in the person's zone, `2026-12-01`, both included. */
  readonly from: string | null
  readonly to: string | null
  /** Made on the channel itself: only those, none of them, or null for both. */
  readonly external: boolean | null
}

/** What a list of posts is narrowed to. `search` empty: by no words. */
export type Narrowing = Filters & { readonly search: string }

export const NO_FILTERS: Filters = {
  accountId: null,
  channel: null,
  tags: [],
  from: null,
  to: null,
  external: null,
}

export const WIDE: Narrowing = { ...NO_FILTERS, search: '' }

/** How many things a list is narrowed by, the search aside. */
export const countNarrowed = ({ accountId, channel, tags, from, to, external }: Filters): number =>
  [accountId, channel, from ?? to, external].filter((one) => one !== null).length + tags.length

/** Whether an event alone cannot tell if a post belongs to the list: then the core is asked. */
export const onlyCoreCanTell = ({ search, tags, from, to }: Narrowing): boolean =>
  search !== '' || tags.length > 0 || from !== null || to !== null

type Asked = Pick<Input<'items.list'>, 'search' | 'accountId' | 'channel' | 'tags' | 'from' | 'to' | 'external'>

/** The same as the core is asked it. */
export const askedOf = (narrowing: Narrowing, zone: string): Asked => {
  const { search, accountId, channel, tags, from, to, external } = narrowing
  const first = from === null ? null : resolveWall(`${from}T00:00`, zone)
  const last = to === null ? null : resolveWall(`${to}T23:59`, zone)
  return {
    ...(search === '' ? {} : { search }),
    ...(accountId === null ? {} : { accountId }),
    ...(channel === null ? {} : { channel }),
    ...(tags.length === 0 ? {} : { tags: [...tags] }),
    ...(first === null ? {} : { from: new Date(first.at).toISOString() }),
    ...(last === null ? {} : { to: new Date(last.at + LAST_MINUTE).toISOString() }),
    ...(external === null ? {} : { external }),
  }
}

/** From the beginning of a day's last minute to its end, in milliseconds. */
const LAST_MINUTE = 59_999
