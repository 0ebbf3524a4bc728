import { useState } from 'react'
import { useStore } from 'zustand'
import { changedIn } from '../commands/edit-keys.ts'
import { findCommands } from '../commands/find-commands.ts'
import { KeyRows } from '../commands/key-rows.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import { Section } from './section.tsx'

/** Which keys ask for what. */
export const KeyboardPage = () => {
  const { settings, toasts } = useDesk()
  const count = useStore(settings.state, (s) => changedIn(s.shortcuts).length)
  const [text, setText] = useState('')
  const [resetting, setResetting] = useState(false)
  const sections = findCommands(text)
  return (
    <>
      <Section title={say('commands.title')}>
        <p className="faint">{say('commands.about-keys')}</p>
        <TextField label={say('commands.find')} value={text} onChange={setText} />
        {count > 0 && <Button onPress={() => setResetting(true)}>{say('commands.reset-all')}</Button>}
        <output>{sections.length === 0 && say('commands.find-none', { text: text.trim() })}</output>
      </Section>
      {sections.map(({ group, ids }) => (
        <Section key={group} title={say(`commands.group-${group}`)}>
          <KeyRows ids={ids} />
        </Section>
      ))}
      {resetting && (
        <ConfirmDialog
          title={say('commands.reset-all-question')}
          confirm={say('commands.reset-all')}
          onClose={() => setResetting(false)}
          onConfirm={async () => {
            const failure = await settings.update({ shortcuts: {} })
            if (failure === null) toasts.tell(say('commands.all-reset'))
            return failure
          }}
        >
          <p>{say('commands.reset-all-help', { count })}</p>
        </ConfirmDialog>
      )}
    </>
  )
}
