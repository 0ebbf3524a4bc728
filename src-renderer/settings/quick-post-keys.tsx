import { AppWindow, Keyboard } from 'lucide-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useStore } from 'zustand'
import type { DesktopBridge } from '../../src-preload/contract/bridge.ts'
import { pressOf } from '../commands/presses.ts'
import { useDesk } from '../shell/desk-context.ts'
import { pressName } from '../shell/keys.ts'
import { Button } from '../ui/button.tsx'
import { focusFirst } from '../ui/focus-first.ts'
import { say } from '../words/say.ts'
import { globalKeysOf } from './global-keys.ts'

/** The keys that open the small window from every program. */
export const QuickPostKeys = ({ desktop }: { desktop: DesktopBridge }) => {
  const { settings, toasts } = useDesk()
  const keys = useStore(settings.state, (s) => s.quickPostKeys)
  const [recording, setRecording] = useState(false)
  const choose = useRef<HTMLButtonElement>(null)
  /** The field goes, and the focus with it: back to where it came from. */
  const stop = (): void => {
    flushSync(() => setRecording(false))
    choose.current?.focus()
  }
  const keep = async (quickPostKeys: string | null): Promise<void> => {
    const failure = await settings.update({ quickPostKeys })
    if (failure !== null) return toasts.fail(failure)
    toasts.tell(
      quickPostKeys === null
        ? say('settings.keys-gone')
        : say('settings.keys-kept', { keys: pressName(quickPostKeys) }),
    )
  }
  return (
    <>
      <p>
        {say('settings.quick-post-keys')}{' '}
        {keys === null ? <span className="faint">{say('settings.no-keys')}</span> : <kbd>{pressName(keys)}</kbd>}
      </p>
      {recording && (
        <PressField
          onPressed={(pressed) => {
            stop()
            void keep(pressed)
          }}
          onCancel={stop}
          onLeave={() => setRecording(false)}
        />
      )}
      <div className="field-row settings-buttons">
        {!recording && (
          <Button ref={choose} icon={<Keyboard size="1rem" aria-hidden="true" />} onPress={() => setRecording(true)}>
            {say(keys === null ? 'settings.keys-choose' : 'settings.keys-change')}
          </Button>
        )}
        {!recording && keys !== null && (
          <Button
            look="quiet"
            onPress={() => {
              choose.current?.focus()
              void keep(null)
            }}
          >
            {say('settings.keys-remove')}
          </Button>
        )}
        <Button
          look="quiet"
          icon={<AppWindow size="1rem" aria-hidden="true" />}
          onPress={() => void desktop.openQuickPost()}
        >
          {say('settings.quick-post-open')}
        </Button>
      </div>
    </>
  )
}

type PressFieldProps = {
  onPressed: (keys: string) => void
  onCancel: () => void
  /** The focus went elsewhere by itself. */
  onLeave: () => void
}

/** Takes the first press that can be heard everywhere; says why of one that cannot. */
const PressField = ({ onPressed, onCancel, onLeave }: PressFieldProps) => {
  const [refused, setRefused] = useState<string | null>(null)
  const helpId = useId()
  const onKeyDown = (event: KeyboardEvent): void => {
    const press = pressOf(event.nativeEvent)
    // These lead on from the field, as from every field.
    if (press === null || press === 'Tab' || press === 'Shift+Tab') return
    event.preventDefault()
    event.stopPropagation()
    if (event.repeat) return
    if (press === 'Escape') return onCancel()
    const keys = globalKeysOf(press)
    if (keys === null) setRefused(press)
    else onPressed(keys)
  }
  return (
    <div className="field">
      <input
        ref={focusFirst}
        readOnly
        aria-label={say('settings.quick-post-keys-new')}
        aria-describedby={helpId}
        aria-invalid={refused !== null}
        placeholder={say('settings.press-keys')}
        value={refused === null ? '' : pressName(refused)}
        onKeyDown={onKeyDown}
        onBlur={onLeave}
      />
      <output id={helpId} className="field-description">
        {refused === null ? say('settings.press-how') : say('settings.press-refused', { keys: pressName(refused) })}
      </output>
    </div>
  )
}
