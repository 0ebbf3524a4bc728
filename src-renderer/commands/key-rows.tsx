import { useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { useDesk } from '../shell/desk-context.ts'
import { sequenceName } from '../shell/keys.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../words/say.ts'
import type { CommandId } from './command-list.ts'
import { withKeys, withOwnKeys, withoutKeys } from './edit-keys.ts'
import { KeyCaps } from './key-caps.tsx'
import { KeyRecorder } from './key-recorder.tsx'
import { commandOf, keysOf } from './keys-of.ts'
import './key-rows.css'

/** Where the focus goes on when new keys were kept, or not. */
const changeButtonId = (id: CommandId): string => `change-${id}`

/** Commands with their keys, each to be changed. */
export const KeyRows = ({ ids }: { ids: readonly CommandId[] }) => {
  const { settings, toasts } = useDesk()
  const shortcuts = useStore(settings.state, (s) => s.shortcuts)
  const [recording, setRecording] = useState<CommandId | null>(null)

  const keep = async (changed: Settings['shortcuts'], says: string): Promise<void> => {
    const failure = await settings.update({ shortcuts: changed })
    if (failure === null) toasts.tell(says)
    else toasts.fail(failure)
  }
  const stop = (id: CommandId): void => {
    flushSync(() => setRecording(null))
    document.getElementById(changeButtonId(id))?.focus()
  }
  return (
    <ul className="key-rows">
      {ids.map((id) => {
        const command = say(commandOf(id).name)
        return (
          <li key={id} className="key-row">
            <span className="key-row-name">{command}</span>
            {recording === id ? (
              <KeyRecorder
                id={id}
                onCancel={() => stop(id)}
                onKeep={(way) => {
                  stop(id)
                  void keep(withKeys(id, way, shortcuts), say('commands.kept', { command, keys: sequenceName(way) }))
                }}
              />
            ) : (
              <KeyRow
                id={id}
                onChange={() => setRecording(id)}
                onRemove={() => void keep(withoutKeys(id, shortcuts), say('commands.removed', { command }))}
                onReset={() => void keep(withOwnKeys(id, shortcuts), say('commands.was-reset', { command }))}
              />
            )}
          </li>
        )
      })}
    </ul>
  )
}

type KeyRowProps = { id: CommandId; onChange: () => void; onRemove: () => void; onReset: () => void }

const KeyRow = ({ id, onChange, onRemove, onReset }: KeyRowProps) => {
  const { settings } = useDesk()
  const shortcuts = useStore(settings.state, (s) => s.shortcuts)
  const keys = keysOf(id, shortcuts)
  const command = say(commandOf(id).name)
  const leave = (act: () => void) => (): void => {
    act()
    // The button pressed may be gone with it.
    document.getElementById(changeButtonId(id))?.focus()
  }
  return (
    <>
      {keys === '' ? <span className="faint">{say('commands.no-keys')}</span> : <KeyCaps keys={keys} all />}
      <span className="key-row-buttons">
        {shortcuts[id] !== undefined && (
          <Button size="small" look="quiet" aria-label={say('commands.reset-of', { command })} onPress={leave(onReset)}>
            {say('commands.reset')}
          </Button>
        )}
        {keys !== '' && (
          <Button
            size="small"
            look="quiet"
            aria-label={say('commands.remove-of', { command })}
            onPress={leave(onRemove)}
          >
            {say('commands.remove')}
          </Button>
        )}
        <Button
          size="small"
          id={changeButtonId(id)}
          aria-label={say('commands.change-of', { command })}
          onPress={onChange}
        >
          {say('commands.change')}
        </Button>
      </span>
    </>
  )
}
