import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { sequenceName } from '../shell/keys.ts'
import { Button } from '../ui/button.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { say } from '../words/say.ts'
import type { CommandId } from './command-list.ts'
import { type Conflict, conflictsOf, reservedIn } from './edit-keys.ts'
import { commandOf } from './keys-of.ts'
import { pressOf, type Sequence } from './presses.ts'

/** More presses in a row nobody remembers. */
const MOST = 3

type KeyRecorderProps = { id: CommandId; onKeep: (way: Sequence) => void; onCancel: () => void }

/** Takes the keys that are pressed, and says whose they are already before they are kept. */
export const KeyRecorder = ({ id, onKeep, onCancel }: KeyRecorderProps) => {
  const { settings } = useDesk()
  const shortcuts = useStore(settings.state, (s) => s.shortcuts)
  const [way, setWay] = useState<Sequence>([])
  const helpId = useId()
  const box = useRef<HTMLDivElement>(null)
  // What is said about the keys is to be seen as well.
  useLayoutEffect(() => box.current?.scrollIntoView({ block: 'nearest' }))
  const name = say(commandOf(id).name)
  const reserved = reservedIn(way)
  const ready = way.length > 0 && reserved.length === 0

  const onKeyDown = (event: KeyboardEvent): void => {
    const press = pressOf(event.nativeEvent)
    // These lead on from the field, as from every field.
    if (press === null || press === 'Tab' || press === 'Shift+Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    if (press === 'Escape') onCancel()
    else if (press === 'Enter') {
      if (ready) onKeep(way)
    } else setWay(way.length === MOST ? [press] : [...way, press])
  }
  return (
    <div className="key-recorder" ref={box}>
      <input
        ref={focusFirst}
        readOnly
        aria-label={say('commands.recording', { command: name })}
        aria-describedby={helpId}
        aria-invalid={reserved.length > 0}
        placeholder={say('commands.press-keys')}
        value={sequenceName(way)}
        onKeyDown={onKeyDown}
      />
      <output className="key-recorder-warning">
        {reserved.length > 0
          ? say('commands.reserved', { keys: sequenceName(reserved) })
          : way.length > 0 &&
            conflictsOf(id, way, shortcuts).map((conflict) => (
              <span key={conflict.id}>{conflictWords(conflict, way)}</span>
            ))}
      </output>
      <p id={helpId} className="faint">
        {say('commands.press-help')}
      </p>
      <div className="key-recorder-buttons">
        <Button size="small" look="primary" isDisabled={!ready} onPress={() => onKeep(way)}>
          {say('commands.keep')}
        </Button>
        {way.length > 0 && (
          <Button size="small" look="quiet" onPress={() => setWay([])}>
            {say('commands.start-over')}
          </Button>
        )}
        <Button size="small" look="quiet" onPress={onCancel}>
          {say('common.cancel')}
        </Button>
      </div>
    </div>
  )
}

const conflictWords = ({ kind, id }: Conflict, way: Sequence): string =>
  say(`commands.${kind}`, { keys: sequenceName(way), command: say(commandOf(id).name) })
