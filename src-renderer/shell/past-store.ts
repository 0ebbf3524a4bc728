import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { say } from '../words/say.ts'
import type { ToastStore } from './toast-store.ts'

/** Something that was done and can be taken back. Both ways ask the core, and say why where it refuses. */
export type Deed = {
  /** What was done, in the past: `Scheduled for tomorrow, 09:00.` */
  readonly says: string
  readonly undo: () => Promise<Failure | null>
  readonly redo: () => Promise<Failure | null>
}

/** More steps than this nobody remembers. */
const MOST = 50

/** What was done, newest last, for undo and redo in every room. */
export type PastStore = {
  readonly state: StoreApi<{ done: readonly Deed[]; undone: readonly Deed[] }>
  /** Remembers a deed, and tells it with a way to undo it. */
  did(deed: Deed): void
  undo(): Promise<void>
  redo(): Promise<void>
}

export const createPastStore = (toasts: ToastStore): PastStore => {
  const state = createStore<{ done: readonly Deed[]; undone: readonly Deed[] }>(() => ({ done: [], undone: [] }))
  const without = (deeds: readonly Deed[], deed: Deed) => deeds.filter((one) => one !== deed)

  const undoDeed = async (deed: Deed): Promise<void> => {
    if (!state.getState().done.includes(deed)) return
    state.setState(({ done }) => ({ done: without(done, deed) }))
    const failure = await deed.undo()
    if (failure !== null) return toasts.fail(failure)
    state.setState(({ undone }) => ({ undone: [...undone, deed] }))
    toasts.tell(say('frame.undone', { deed: deed.says }), [
      { label: say('common.redo'), run: () => void redoDeed(deed) },
    ])
  }
  const redoDeed = async (deed: Deed): Promise<void> => {
    if (!state.getState().undone.includes(deed)) return
    state.setState(({ undone }) => ({ undone: without(undone, deed) }))
    const failure = await deed.redo()
    if (failure !== null) return toasts.fail(failure)
    state.setState(({ done }) => ({ done: [...done, deed].slice(-MOST) }))
    tell(deed)
  }
  const tell = (deed: Deed): void =>
    void toasts.tell(deed.says, [{ label: say('common.undo'), run: () => void undoDeed(deed) }])

  return {
    state,
    did: (deed) => {
      state.setState(({ done }) => ({ done: [...done, deed].slice(-MOST), undone: [] }))
      tell(deed)
    },
    undo: async () => {
      const deed = state.getState().done.at(-1)
      if (deed !== undefined) await undoDeed(deed)
    },
    redo: async () => {
      const deed = state.getState().undone.at(-1)
      if (deed !== undefined) await redoDeed(deed)
    },
  }
}
