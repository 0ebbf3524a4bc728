import { useEffect, useState } from 'react'
import type { UnreadableRow } from '../../src-preload/contract/model/snapshot.ts'
import { saveFile } from '../shell/save-file.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../words/say.ts'
import { Section } from './section.tsx'

/** Rows that were set aside, and a way to take them along; nothing is shown while there are none. */
export const UnreadableRows = () => {
  const { link } = useDesk()
  const [rows, setRows] = useState<readonly UnreadableRow[]>([])
  useEffect(() => {
    void link.bridge.call('unreadable.list', {}).then((reply) => reply.ok && setRows(reply.value.entries))
  }, [link])
  if (rows.length === 0) return null
  return (
    <Section title={say('settings.set-aside')}>
      <p className="faint">{say('settings.set-aside-how')}</p>
      <ul className="settings-lines" aria-label={say('settings.set-aside')}>
        {rows.map(({ kind, key, why }) => (
          <li key={`${kind} ${key}`}>
            {kind} <code>{key}</code>
            <br />
            <span className="faint">{why.slice(0, 200)}</span>
          </li>
        ))}
      </ul>
      <Button onPress={() => save(rows)}>{say('settings.set-aside-save')}</Button>
    </Section>
  )
}

const save = (rows: readonly UnreadableRow[]): void =>
  saveFile('posthorn-set-aside.json', JSON.stringify(rows, null, 2), 'application/json')
