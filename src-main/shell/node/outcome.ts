import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { failedInEnglish } from '../../core/refusal.ts'
import type { Caller } from './caller/caller.ts'
import { stateOf } from './output/item-lines.ts'
import { localTimeExact } from './output/local-time.ts'
import { Shortfall } from './output/output.ts'
import { table } from './output/table.ts'

/** What is said where nothing runs that would send later. */
export const UNATTENDED = 'It is sent once the Posthorn app or "posthorn serve" runs.'

/** Waits until items that are due now came to a rest, and reads what became of them. */
export const outcomeOf = async (caller: Caller, itemIds: readonly string[]): Promise<ItemStory[]> => {
  await caller.settle(itemIds)
  return Promise.all(itemIds.map((itemId) => caller.call('items.get', { itemId })))
}

/** Each target with what became of it and its link. */
export const outcomeLines = (items: readonly ItemStory[]): string =>
  table(
    ['account', 'state', 'link', 'id'],
    items.map((item) => [item.account, stateOf(item), item.remote?.url ?? '-', item.id]),
  )

/** Throws unless every item is published; `about` is what the JSON document tells beside the failure. */
export const assertPublished = (caller: Caller, items: readonly ItemStory[], about: Record<string, unknown>): void => {
  const open = items.filter((item) => item.state !== 'published')
  const [first] = open
  if (first === undefined) return
  const reasons = open.map((item) =>
    [`${item.account}: ${stateOf(item)}.`, item.failure?.message ?? []].flat().join(' '),
  )
  throw new Shortfall(
    failedInEnglish(first.failure?.code ?? 'channel-error', reasons.join(' '), nextOf(caller, first)),
    about,
  )
}

const nextOf = (caller: Caller, { state, nextAt, failure }: ItemStory): string => {
  const next = failure?.next ?? 'Look at it with "posthorn show".'
  if (state !== 'waiting') return next
  if (!caller.attended) return `${next} ${UNATTENDED}`
  return nextAt === null ? next : `${next} The next attempt is at ${localTimeExact(nextAt)}.`
}
