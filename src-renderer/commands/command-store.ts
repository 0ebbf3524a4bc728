import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandId } from './command-list.ts'

/** What each command does now; one that nobody has bound cannot be asked for. */
export type CommandStore = {
  readonly state: StoreApi<{ bound: ReadonlyMap<CommandId, () => void> }>
  /** Until the returned function is called; the one bound last counts. */
  bind(id: CommandId, run: () => void): () => void
  /** Whether there was anything to do. */
  run(id: CommandId): boolean
}

export const createCommandStore = (): CommandStore => {
  const stacks = new Map<CommandId, readonly (() => void)[]>()
  const state = createStore<{ bound: ReadonlyMap<CommandId, () => void> }>(() => ({ bound: new Map() }))
  const show = (): void => {
    const bound = new Map<CommandId, () => void>()
    for (const [id, stack] of stacks) {
      const last = stack.at(-1)
      if (last !== undefined) bound.set(id, last)
    }
    state.setState({ bound })
  }
  return {
    state,
    bind: (id, run) => {
      stacks.set(id, [...(stacks.get(id) ?? []), run])
      show()
      return () => {
        stacks.set(
          id,
          (stacks.get(id) ?? []).filter((one) => one !== run),
        )
        show()
      }
    },
    run: (id) => {
      const run = state.getState().bound.get(id)
      run?.()
      return run !== undefined
    },
  }
}
