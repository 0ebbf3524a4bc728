import { type ComponentType, createElement, lazy, useState } from 'react'

/** A component whose code is fetched apart from the first page's. `ahead` fetches it before it is asked for. */
export type LatePart<P extends object> = ComponentType<P> & { ahead(): Promise<void> }

/**
 * Makes a component of code that is fetched when it is first shown. Not React's `lazy` alone: that one shows the fallback
 * once even where the code is long there, and what follows a fallback is held back for 300 ms.
 */
export const latePart = <P extends object>(load: () => Promise<ComponentType<P>>): LatePart<P> => {
  let there: ComponentType<P> | null = null
  const read = async (): Promise<{ default: ComponentType<P> }> => ({ default: (there ??= await load()) })
  const Later: ComponentType<P> = lazy(read)
  const Part = (props: P) => {
    // As long as it is shown it stays the same one: with another it would begin anew.
    const [Shown] = useState(() => there ?? Later)
    return createElement(Shown, props)
  }
  // What cannot be fetched now is fetched when it is asked for.
  const ahead = async (): Promise<void> => void (await read().catch(() => null))
  return Object.assign(Part, { ahead })
}
