import { createStore, type StoreApi } from 'zustand/vanilla'
import type { CommandId } from './command-list.ts'
import type { TimedDeed } from './timed-deed.ts'

/** What a command does now. `says`: what that comes to, where its name does not tell: `Undo: Scheduled for Friday.` */
type Binding = { readonly run: () => void; readonly says: string | null }

/** What each command does now; one that nobody has bound cannot be asked for. */
export type CommandStore = {
  readonly state: StoreApi<{ bound: ReadonlyMap<CommandId, Binding> }>
  /** Until the returned function is called; the one bound last counts. */
  bind(id: CommandId, run: () => void, says?: string | null): () => void
  /** Until the returned function is called. It is asked each time what it comes to. */
  offer(deed: () => TimedDeed | null): () => void
  /** What can be done now at a time that is typed. */
  timed(): readonly TimedDeed[]
  /** Whether there was anything to do. */
  run(id: CommandId): boolean
  /** Does what is asked for from outside the window, by what may be no command's id. */
  runNamed(name: string): void
}

export const createCommandStore = (): CommandStore => {
  const stacks = new Map<CommandId, readonly Binding[]>()
  const offered = new Set<() => TimedDeed | null>()
  const state = createStore<{ bound: ReadonlyMap<CommandId, Binding> }>(() => ({ bound: new Map() }))
  const show = (): void => {
    const bound = new Map<CommandId, Binding>()
    for (const [id, stack] of stacks) {
      const last = stack.at(-1)
      if (last !== undefined) bound.set(id, last)
    }
    state.setState({ bound })
  }
  return {
    state,
    bind: (id, run, says = null) => {
      const binding: Binding = { run, says }
      stacks.set(id, [...(stacks.get(id) ?? []), binding])
      show()
      return () => {
        stacks.set(
          id,
          (stacks.get(id) ?? []).filter((one) => one !== binding),
        )
        show()
      }
    },
    offer: (deed) => {
      offered.add(deed)
      return () => void offered.delete(deed)
    },
    timed: () => [...offered].flatMap((deed) => deed() ?? []),
    run: (id) => {
      const binding = state.getState().bound.get(id)
      binding?.run()
      return binding !== undefined
    },
    runNamed: (name) => [...state.getState().bound].find(([id]) => id === name)?.[1].run(),
  }
}
