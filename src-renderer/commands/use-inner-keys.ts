import { useState } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import { isTyping } from '../shell/keys.ts'
import type { CommandId } from './command-list.ts'
import { createKeyReader } from './key-reader.ts'
import { keysOf } from './keys-of.ts'
import { isBare, pressOf, readKeys } from './presses.ts'

/**
 * For a part of the page that hears keys before anything else while the focus is in it: does what the keys of its
 * commands ask for. Whether the press was one of them.
 */
export const useInnerKeys = (
  runs: readonly (readonly [CommandId, () => void])[],
): ((event: KeyboardEvent) => boolean) => {
  const { settings } = useDesk()
  const [reader] = useState(createKeyReader)
  return (event) => {
    const press = pressOf(event)
    if (press === null || (isTyping(event.target) && isBare(press))) return false
    const { shortcuts } = settings.state.getState()
    const bound = runs.map(([id]) => ({ id, ways: readKeys(keysOf(id, shortcuts)) }))
    const heard = reader.press(press, bound, event.timeStamp)
    if (heard.kind === 'command') runs.find(([id]) => id === heard.id)?.[1]()
    return heard.kind !== 'nothing'
  }
}
