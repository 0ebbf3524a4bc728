import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../../src-preload/contract/bridge.ts'
import type { Event } from '../../../src-preload/contract/events.ts'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { ItemRow } from '../../../src-preload/contract/methods.ts'

type ReviewState = {
  /** Whether the sheet is open. */
  readonly open: boolean
  readonly rows: readonly ItemRow[]
  readonly failure: Failure | null
}

/** What was missed, and whether the person is asked what to do with it. */
export type ReviewStore = {
  readonly state: StoreApi<ReviewState>
  /** Opens the sheet. */
  show(): Promise<void>
  /** Opens the sheet where anything is missed: at start, or when more is missed while nobody looks. */
  offer(): Promise<void>
  close(): void
  reload(): Promise<void>
  hear(event: Event): void
}

const PAGE = 200

export const createReviewStore = (bridge: Bridge): ReviewStore => {
  const state = createStore<ReviewState>(() => ({ open: false, rows: [], failure: null }))
  let missed = 0

  const reload = async (): Promise<void> => {
    const rows: ItemRow[] = []
    let cursor: string | null | undefined
    while (cursor !== null) {
      const more = cursor === undefined ? {} : { cursor }
      const reply = await bridge.call('items.list', { states: ['missed'], order: 'latest', limit: PAGE, ...more })
      if (!reply.ok) return state.setState({ failure: reply.failure })
      rows.push(...reply.value.entries)
      cursor = reply.value.cursor
    }
    missed = rows.length
    state.setState({ rows: rows.toReversed(), failure: null })
  }

  const show = async (): Promise<void> => {
    await reload()
    state.setState({ open: true })
  }

  const offer = async (): Promise<void> => {
    await reload()
    if (state.getState().rows.length > 0) state.setState({ open: true })
  }

  return {
    state,
    show,
    offer,
    close: () => state.setState({ open: false }),
    reload,
    hear: (event) => {
      if (event.kind === 'status-changed') {
        const before = missed
        missed = event.status.counts.missed ?? 0
        if (missed === before) return
        // Several are missed in one look: the list is read once they all are.
        if (state.getState().open) void reload()
        else if (before === 0 && missed > 0) void offer()
      }
    },
  }
}
