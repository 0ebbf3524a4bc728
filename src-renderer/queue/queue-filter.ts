import type { ItemState } from '../../src-preload/contract/model/item.ts'
import { type Narrowing, WIDE } from '../filter/narrowing.ts'
import { readNarrowing, writeNarrowing } from '../filter/narrowing-address.ts'

export type QueueOrder = 'soonest' | 'latest'
export type QueueTab = 'upcoming' | 'attention' | 'published' | 'all'

/** What the queue shows: one tab, and of it only these states where any are named. */
export type QueueFilter = Narrowing & { readonly tab: QueueTab; readonly states: readonly ItemState[] }

type TabRule = { states: readonly ItemState[]; order: QueueOrder }

/** What each tab shows. Drafts have a room of their own. */
export const TABS: Readonly<Record<QueueTab, TabRule>> = {
  upcoming: { states: ['scheduled', 'waiting', 'publishing'], order: 'soonest' },
  attention: { states: ['failed', 'unconfirmed', 'missed'], order: 'latest' },
  published: { states: ['published'], order: 'latest' },
  all: {
    states: ['scheduled', 'waiting', 'publishing', 'published', 'failed', 'unconfirmed', 'missed', 'cancelled'],
    order: 'latest',
  },
}

export const UPCOMING: QueueFilter = { ...WIDE, tab: 'upcoming', states: [] }

/** The states on show: the tab's, or those of them that were chosen. */
export const statesOf = ({ tab, states }: QueueFilter): readonly ItemState[] => {
  const chosen = TABS[tab].states.filter((state) => states.includes(state))
  return chosen.length === 0 ? TABS[tab].states : chosen
}

export const writeQueueFilter = (filter: QueueFilter): string => {
  const address = new URLSearchParams({ tab: filter.tab })
  for (const state of filter.states) address.append('state', state)
  writeNarrowing(filter, address)
  return address.toString()
}

/** Null: the address names no tab, so it says nothing about what is on show. */
export const readQueueFilter = (query: string): QueueFilter | null => {
  const address = new URLSearchParams(query)
  const tab = Object.keys(TABS).find((key): key is QueueTab => key === address.get('tab'))
  if (tab === undefined) return null
  const asked = address.getAll('state')
  return { ...readNarrowing(address), tab, states: TABS.all.states.filter((state) => asked.includes(state)) }
}
