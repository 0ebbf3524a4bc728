import { useEffect } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import type { Desk } from '../shell/desk.ts'
import { isBehindDialog, isTyping } from '../shell/keys.ts'
import { COMMANDS, type CommandId } from './command-list.ts'
import { type Bound, createKeyReader } from './key-reader.ts'
import { commandOf, isEverywhere, keysOf } from './keys-of.ts'
import { isBare, pressOf, readKeys } from './presses.ts'

/** What a field does with its text by itself. */
const FIELDS_OWN = new Set(['Mod+z', 'Mod+Shift+z', 'Mod+y', 'Mod+a', 'Mod+c', 'Mod+v', 'Mod+x'])

/** A field in which nothing was written has nothing to undo: it is what was done before, such as the sending of a post. */
const isFieldsOwn = (press: string, field: EventTarget | null): boolean => {
  if (!FIELDS_OWN.has(press)) return false
  if (!(field instanceof HTMLTextAreaElement) || field.dataset['untouched'] === undefined) return true
  // What is undone has its words back, and can be done again.
  return press === 'Mod+z' ? field.value !== '' : press !== 'Mod+Shift+z' && press !== 'Mod+y'
}

/** A button that has the focus takes these for a press of its own, so they are heard before it. */
const isPressOfButton = (press: string): boolean => !isBare(press) && /\+(?:Enter|Space)$/.test(press)

/** Commands that can be asked for now, with their keys; those of the open room come before those of everywhere. */
const boundKeys = ({ commands, settings }: Desk): readonly Bound<CommandId>[] => {
  const { bound } = commands.state.getState()
  const { shortcuts } = settings.state.getState()
  const rows = COMMANDS.filter(({ id }) => bound.has(id))
  return [...rows.filter(({ group }) => !isEverywhere(group)), ...rows.filter(({ group }) => isEverywhere(group))].map(
    ({ id }) => ({ id, ways: readKeys(keysOf(id, shortcuts)) }),
  )
}

/** Hears every key that is a command's, in all rooms. */
export const useKeyListener = (): void => {
  const desk = useDesk()
  useEffect(() => {
    const reader = createKeyReader()
    const hear = (event: KeyboardEvent, press: string): void => {
      const typing = isTyping(event.target)
      if (
        event.defaultPrevented ||
        isBehindDialog() ||
        (typing && (isBare(press) || isFieldsOwn(press, event.target)))
      ) {
        return reader.forget()
      }
      const heard = reader.press(press, boundKeys(desk), event.timeStamp)
      if (heard.kind === 'nothing') return
      event.preventDefault()
      if (heard.kind === 'begun') return
      event.stopPropagation()
      // A key that is held steps on from post to post; it does not begin one new post after the other.
      if (event.repeat && (isEverywhere(commandOf(heard.id).group) || !isBare(press))) return
      desk.commands.run(heard.id)
    }
    const early = (event: KeyboardEvent): void => {
      const press = pressOf(event)
      if (press !== null && isPressOfButton(press)) hear(event, press)
    }
    const late = (event: KeyboardEvent): void => {
      const press = pressOf(event)
      if (press !== null && !isPressOfButton(press)) hear(event, press)
    }
    const forget = (): void => reader.forget()
    window.addEventListener('keydown', early, { capture: true })
    window.addEventListener('keydown', late)
    window.addEventListener('pointerdown', forget, { capture: true })
    return () => {
      window.removeEventListener('keydown', early, { capture: true })
      window.removeEventListener('keydown', late)
      window.removeEventListener('pointerdown', forget, { capture: true })
    }
  }, [desk])
}
