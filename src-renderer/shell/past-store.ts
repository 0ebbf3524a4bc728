import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { say } from '../words/say.ts'
import type { ToastAction, ToastStore } from './toast-store.ts'

/** Something that was done and can be taken back. Both ways ask the core, and say why where it refuses. */
export type Deed = {
  /** What was done, in the past: `Scheduled for tomorrow, 09:00.` */
  readonly says: string
  readonly undo: () => Promise<Failure | null>
  readonly redo: () => Promise<Failure | null>
  /** What else can be done about it, beside undoing. */
  readonly also?: readonly ToastAction[]
  /** What else can be done once it is undone, beside redoing; asked then. */
  readonly alsoUndone?: () => readonly ToastAction[]
}

/** Refused for good, a deed is forgotten; where only the way to the core was shut, it can be tried again. */
export const isShut = ({ code }: Failure): boolean => code === 'unreachable' || code === 'offline'

/** More steps than this nobody remembers. */
const MOST = 50

/** What was done, newest last, for undo and redo in every room. */
export type PastStore = {
  readonly state: StoreApi<{ done: readonly Deed[]; undone: readonly Deed[] }>
  /** Remembers a deed, and tells it with a way to undo it; returns how to take the telling away. */
  did(deed: Deed): () => void
  undo(): Promise<void>
  redo(): Promise<void>
}

export const createPastStore = (toasts: ToastStore): PastStore => {
  const state = createStore<{ done: readonly Deed[]; undone: readonly Deed[] }>(() => ({ done: [], undone: [] }))
  const without = (deeds: readonly Deed[], deed: Deed) => deeds.filter((one) => one !== deed)

  // One after the other, as they were asked for: a step back may hang on the one before.
  let last: Promise<void> = Promise.resolve()
  const inTurn = (step: () => Promise<void>): Promise<void> => (last = last.then(step, step))

  const undoDeed = async (deed: Deed): Promise<void> => {
    if (!state.getState().done.includes(deed)) return
    const failure = await deed.undo()
    if (failure !== null) {
      if (!isShut(failure)) state.setState(({ done }) => ({ done: without(done, deed) }))
      return toasts.fail(failure)
    }
    state.setState(({ done, undone }) => ({ done: without(done, deed), undone: [...undone, deed] }))
    forgetTold()
    tellOf(deed, say('frame.undone', { deed: deed.says }), [
      { label: say('common.redo'), run: () => void inTurn(() => redoDeed(deed)) },
      ...(deed.alsoUndone?.() ?? []),
    ])
  }
  const redoDeed = async (deed: Deed): Promise<void> => {
    if (!state.getState().undone.includes(deed)) return
    const failure = await deed.redo()
    if (failure !== null) {
      if (!isShut(failure)) state.setState(({ undone }) => ({ undone: without(undone, deed) }))
      return toasts.fail(failure)
    }
    state.setState(({ done, undone }) => ({ undone: without(undone, deed), done: [...done, deed].slice(-MOST) }))
    forgetTold()
    tell(deed)
  }
  // What is told of a deed is void when the next thing is told of it: its button would do nothing.
  const told = new Map<Deed, () => void>()
  const tellOf = (deed: Deed, says: string, actions: Parameters<ToastStore['tell']>[1]): (() => void) => {
    told.get(deed)?.()
    const takeAway = toasts.tell(says, actions)
    told.set(deed, takeAway)
    return takeAway
  }
  /** Who goes back and forth sees where that led alone, not every step to there. */
  const forgetTold = (): void => {
    for (const takeAway of told.values()) takeAway()
    told.clear()
  }
  const tell = (deed: Deed): (() => void) =>
    tellOf(deed, deed.says, [
      { label: say('common.undo'), run: () => void inTurn(() => undoDeed(deed)) },
      ...(deed.also ?? []),
    ])

  return {
    state,
    did: (deed) => {
      const { undone } = state.getState()
      // What was undone cannot be redone any more: nothing offers it.
      for (const one of undone) told.get(one)?.()
      state.setState(({ done }) => ({ done: [...done, deed].slice(-MOST), undone: [] }))
      return tell(deed)
    },
    undo: () =>
      inTurn(async () => {
        const deed = state.getState().done.at(-1)
        if (deed !== undefined) await undoDeed(deed)
      }),
    redo: () =>
      inTurn(async () => {
        const deed = state.getState().undone.at(-1)
        if (deed !== undefined) await redoDeed(deed)
      }),
  }
}
