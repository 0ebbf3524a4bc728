import { ClipboardPaste, FileUp, FolderUp } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { formatMoment } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { say } from '../words/say.ts'
import { handedFrom, IMPORTABLE } from './given-files.ts'
import { UndoImport } from './undo-import.tsx'
import './stage.css'
import './choose-stage.css'

/** Where an import begins: a file, a folder or a text; and what was imported last. */
export const ChooseStage = () => {
  const { exchange } = useDesk()
  const busy = useStore(exchange.state, (s) => s.busy)
  const file = useRef<HTMLInputElement>(null)
  const folder = useRef<HTMLInputElement>(null)
  const [pasting, setPasting] = useState(false)
  const [text, setText] = useState('')
  const take = async (field: HTMLInputElement): Promise<void> => {
    const files = handedFrom(field.files ?? [])
    // The same one can be chosen once more, such as after it was put right.
    field.value = ''
    if (files.length > 0) await exchange.hand(files)
  }
  return (
    <div className="choose">
      <section className="choose-drop" aria-labelledby="choose-title">
        {busy === 'reading' ? <Spinner /> : <FileUp size="2rem" aria-hidden="true" />}
        <h2 id="choose-title">{say('exchange.drop-title')}</h2>
        <p className="soft">{say('exchange.drop-what')}</p>
        <div className="choose-ways">
          <Button
            look="primary"
            icon={<FileUp size="1rem" aria-hidden="true" />}
            isPending={busy === 'reading'}
            onPress={() => file.current?.click()}
          >
            {say('exchange.choose-file')}
          </Button>
          <Button icon={<FolderUp size="1rem" aria-hidden="true" />} onPress={() => folder.current?.click()}>
            {say('exchange.choose-folder')}
          </Button>
          <Button icon={<ClipboardPaste size="1rem" aria-hidden="true" />} onPress={() => setPasting(!pasting)}>
            {say('exchange.paste')}
          </Button>
        </div>
        <input
          ref={file}
          type="file"
          hidden
          multiple
          accept={IMPORTABLE}
          aria-label={say('exchange.choose-file')}
          onChange={(event) => void take(event.target)}
        />
        <input
          ref={(element) => {
            folder.current = element
            element?.setAttribute('webkitdirectory', '')
          }}
          type="file"
          hidden
          aria-label={say('exchange.choose-folder')}
          onChange={(event) => void take(event.target)}
        />
        {pasting && (
          <div className="choose-paste">
            <TextField
              label={say('exchange.paste-label')}
              description={say('exchange.paste-about')}
              lines={7}
              first
              value={text}
              onChange={setText}
            />
            <Button
              look="primary"
              isDisabled={text.trim() === ''}
              onPress={() => void exchange.take([{ name: say('exchange.pasted'), text }])}
            >
              {say('exchange.paste-read')}
            </Button>
          </div>
        )}
        <p className="faint">{say('exchange.known-makers')}</p>
      </section>
      <Recent />
    </div>
  )
}

const Recent = () => {
  const { exchange, settings } = useDesk()
  const recent = useStore(exchange.state, (s) => s.recent)
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  useEffect(() => void exchange.loadRecent(), [exchange])
  if (recent.length === 0) return null
  return (
    <section aria-labelledby="recent-title">
      <h2 id="recent-title">{say('exchange.recent')}</h2>
      <ul className="recent">
        {recent.map((one) => (
          <li key={one.importId}>
            <span className="recent-name">
              <bdi>{one.name}</bdi>
            </span>
            <span className="faint">
              {say('exchange.recent-made', { count: one.posts, when: formatMoment(Date.parse(one.at), zone, now) })}
            </span>
            {one.undoneAt === null ? (
              <UndoImport record={one} />
            ) : (
              <span className="faint">{say('exchange.recent-undone')}</span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
