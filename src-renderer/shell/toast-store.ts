import { createStore, type StoreApi } from 'zustand/vanilla'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { sayFailure } from '../words/say-failure.ts'

export type ToastAction = { label: string; run: () => void }

export type Toast = {
  readonly id: number
  readonly tone: 'done' | 'trouble'
  readonly text: string
  /** What to do next. */
  readonly next: string | null
  readonly actions: readonly ToastAction[]
  /** How long it stays, in milliseconds, while nobody points at it. */
  readonly stays: number
}

const STAYS = 10_000
/** Trouble is to be read, not to be caught. */
const TROUBLE_STAYS = 30_000
/** More than this many at once hide the page. */
const MOST = 3

export type ToastStore = {
  readonly state: StoreApi<{ toasts: readonly Toast[] }>
  /** Something was done; returns how to take the toast away. */
  tell(text: string, actions?: readonly ToastAction[]): () => void
  fail(failure: Failure, actions?: readonly ToastAction[]): void
  dismiss(id: number): void
}

export const createToastStore = (): ToastStore => {
  const state = createStore<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))
  let made = 0
  const dismiss = (id: number): void =>
    state.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }))
  const add = (toast: Omit<Toast, 'id'>): number => {
    const id = ++made
    state.setState(({ toasts }) => ({
      // The same words again replace the old ones.
      toasts: [...toasts.filter((one) => one.text !== toast.text), { ...toast, id }].slice(-MOST),
    }))
    return id
  }
  return {
    state,
    tell: (text, actions = []) => {
      const id = add({ tone: 'done', text, next: null, actions, stays: STAYS })
      return () => dismiss(id)
    },
    fail: (failure, actions = []) => {
      const { message, next, own } = sayFailure(failure)
      // The core's own sentence has the figures, and whose account it is.
      const text = own === null ? message : `${message} ${failure.message}`
      add({ tone: 'trouble', text, next, actions, stays: TROUBLE_STAYS })
    },
    dismiss,
  }
}
