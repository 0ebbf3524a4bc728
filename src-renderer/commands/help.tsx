import { useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import { findCommands } from './find-commands.ts'
import { KeyCaps } from './key-caps.tsx'
import { commandOf, keysOf } from './keys-of.ts'
import './help.css'

/** Every command with the keys it has now. */
export const Help = ({ onClose }: { onClose: () => void }) => {
  const { route, settings } = useDesk()
  const shortcuts = useStore(settings.state, (s) => s.shortcuts)
  const [text, setText] = useState('')
  const sections = findCommands(text)
  return (
    <Dialog
      title={say('commands.title')}
      onClose={onClose}
      actions={
        <Button
          onPress={() => {
            onClose()
            route.go({ room: 'settings', page: 'keyboard' })
          }}
        >
          {say('commands.change-keys')}
        </Button>
      }
    >
      <TextField first label={say('commands.find')} value={text} onChange={setText} />
      <div className="help-sections">
        {sections.map(({ group, ids }) => (
          <section key={group} className="help-section" aria-label={say(`commands.group-${group}`)}>
            <h3>{say(`commands.group-${group}`)}</h3>
            <dl>
              {ids.map((id) => (
                <div key={id}>
                  <dt>{say(commandOf(id).name)}</dt>
                  <dd>
                    {keysOf(id, shortcuts) === '' ? (
                      <span className="faint">{say('commands.no-keys')}</span>
                    ) : (
                      <KeyCaps keys={keysOf(id, shortcuts)} all />
                    )}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <output>{sections.length === 0 && say('commands.find-none', { text: text.trim() })}</output>
    </Dialog>
  )
}
