import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Event } from '../../src-preload/contract/events.ts'

/** How far an upload is, in bytes. */
export type Progress = { readonly sent: number; readonly total: number }

/** How far the uploads of items being sent are, as events tell; nothing of it is kept. */
export type ProgressStore = {
  readonly state: StoreApi<Readonly<Record<string, Progress>>>
  hear(event: Event): void
}

export const createProgressStore = (): ProgressStore => {
  const state = createStore<Readonly<Record<string, Progress>>>(() => ({}))
  const drop = (itemId: string): void => {
    const { [itemId]: gone, ...others } = state.getState()
    if (gone !== undefined) state.setState(others, true)
  }
  return {
    state,
    hear: (event) => {
      if (event.kind === 'upload-progress') {
        const { itemId, sent, total } = event
        state.setState({ [itemId]: { sent, total } })
      }
      if (event.kind === 'item-changed' && event.item.state !== 'publishing') drop(event.item.id)
    },
  }
}
