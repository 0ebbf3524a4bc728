import { useEffect, useState } from 'react'
import type { DesktopBridge, FilePurpose } from '../../src-preload/contract/bridge.ts'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { ArchiveJob } from '../../src-preload/contract/model/snapshot.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say, sayNumber } from '../words/say.ts'
import { Section } from './section.tsx'
import { formatSize } from '../words/size.ts'

/** How often to ask how far it is, in milliseconds. */
const LOOK = 300

/** Everything into one file, and out of it again. */
export const ArchiveForms = () => {
  const { link } = useDesk()
  const { desktop } = link.bridge
  const [path, setPath] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const [job, setJob] = useState<ArchiveJob | null>(null)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [asking, setAsking] = useState(false)
  const running = job?.state === 'running'
  useEffect(() => {
    const ask = async (): Promise<void> => {
      const reply = await link.bridge.call('archive.job', {})
      if (reply.ok) setJob(reply.value.job)
    }
    void ask()
    if (!running) return undefined
    const timer = setInterval(() => void ask(), LOOK)
    return () => clearInterval(timer)
  }, [link, running])
  const given = { path: path.trim(), ...(passphrase !== '' && { passphrase }) }
  const begin = async (method: 'archive.export' | 'archive.import'): Promise<Failure | null> => {
    const reply =
      method === 'archive.export'
        ? await link.bridge.call(method, given)
        : await link.bridge.call(method, { ...given, replace: true })
    setFailure(reply.ok ? null : reply.failure)
    if (reply.ok) setJob(reply.value)
    return reply.ok ? null : reply.failure
  }
  const missing = given.path === ''
  return (
    <Section title={say('settings.archive')}>
      <div className="form settings-form">
        <TextField
          label={say('settings.file')}
          description={say('settings.file-how')}
          placeholder="/home/me/posthorn.age"
          value={path}
          onChange={setPath}
          {...(desktop !== null && { beside: <FileButtons desktop={desktop} onChoose={setPath} /> })}
        />
        <TextField
          label={say('settings.passphrase')}
          description={say('settings.passphrase-how')}
          type="password"
          autoComplete="off"
          value={passphrase}
          onChange={setPassphrase}
        />
      </div>
      {failure !== null && <FailureNote failure={failure} />}
      {job?.failure && <FailureNote failure={job.failure} />}
      <div className="field-row">
        <Button isDisabled={missing || running} onPress={() => void begin('archive.export')}>
          {say('settings.export')}
        </Button>
        <Button isDisabled={missing || running} onPress={() => setAsking(true)}>
          {say('settings.import')}
        </Button>
        {running && (
          <Button look="quiet" onPress={() => void link.bridge.call('archive.cancel', {})}>
            {say('settings.call-off')}
          </Button>
        )}
        <output>{job !== null && said(job)}</output>
      </div>
      {asking && (
        <ConfirmDialog
          title={say('settings.replace-title')}
          confirm={say('settings.import')}
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => begin('archive.import')}
        >
          <p>{say('settings.replace-how')}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

type FileButtonsProps = { desktop: DesktopBridge; onChoose(path: string): void }

/** The system's own dialogs: a place for a new file, or a file that is there. */
const FileButtons = ({ desktop, onChoose }: FileButtonsProps) => {
  const choose = async (purpose: FilePurpose): Promise<void> => {
    const path = await desktop.chooseFile(purpose)
    if (path !== null) onChoose(path)
  }
  return (
    <>
      <Button onPress={() => void choose('write')}>{say('settings.file-new')}</Button>
      <Button onPress={() => void choose('read')}>{say('settings.file-existing')}</Button>
    </>
  )
}

const said = ({ kind, state, done, total, result }: ArchiveJob): string => {
  if (state === 'running') {
    return total === 0
      ? say('settings.beginning')
      : sayNumber(Math.floor((done / total) * 100) / 100, { style: 'percent' })
  }
  if (result === null) return ''
  const what = say('settings.archive-amount', { posts: result.posts, files: result.media })
  return kind === 'export'
    ? say('settings.archive-written', { what, size: formatSize(result.size) })
    : say('settings.archive-here', { what })
}
