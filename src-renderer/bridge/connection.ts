import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Bridge } from '../../src-preload/contract/bridge.ts'

/** Whether the core can be heard. `lost` with a time: that is when it is tried again; without: it is tried right now. */
export type Connection =
  | { state: 'open' }
  | { state: 'lost'; retryAt: number | null }
  /** The core answers but does not know this page's key any more. */
  | { state: 'refused' }

/** The bridge, and how it fares. */
export type CoreLink = {
  readonly bridge: Bridge
  readonly connection: StoreApi<Connection>
  /** Does not wait for the next try. */
  retryNow(): void
  /** Calls back when events may have been missed, so that what is on show must be read again. */
  onResync(listener: () => void): () => void
}

/** The window's bridge lives and dies with the window: it is never lost. */
export const windowLink = (bridge: Bridge): CoreLink => ({
  bridge,
  connection: createStore<Connection>(() => ({ state: 'open' })),
  retryNow: () => undefined,
  onResync: () => () => undefined,
})
