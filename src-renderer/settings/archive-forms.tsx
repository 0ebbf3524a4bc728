import { useEffect, useState } from 'react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { ArchiveJob } from '../../src-preload/contract/model/snapshot.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { TextField } from '../ui/text-field.tsx'
import { Section } from './section.tsx'

/** How often to ask how far it is, in milliseconds. */
const LOOK = 300

/** Everything into one file, and out of it again. */
export const ArchiveForms = () => {
  const { link } = useDesk()
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
    <Section title="Everything as one file">
      <div className="form settings-form">
        <TextField
          label="File"
          description="Its whole path on the computer that Posthorn runs on."
          placeholder="/home/me/posthorn.age"
          value={path}
          onChange={setPath}
        />
        <TextField
          label="Passphrase"
          description="With one the file is encrypted and holds your passwords too. Without, everybody can read it."
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
          Export
        </Button>
        <Button isDisabled={missing || running} onPress={() => setAsking(true)}>
          Import
        </Button>
        {running && (
          <Button look="quiet" onPress={() => void link.bridge.call('archive.cancel', {})}>
            Call off
          </Button>
        )}
        <output>{job !== null && said(job)}</output>
      </div>
      {asking && (
        <ConfirmDialog
          title="Replace everything here?"
          confirm="Import"
          danger
          onClose={() => setAsking(false)}
          onConfirm={() => begin('archive.import')}
        >
          <p>
            What is in the file takes the place of all posts, accounts and settings here, which become a snapshot first.
            What may have been sent already is not sent again.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

const said = ({ kind, state, done, total, result }: ArchiveJob): string => {
  if (state === 'running') return total === 0 ? 'Beginning' : `${Math.floor((done / total) * 100)} %`
  if (result === null) return ''
  const what = `${result.posts} posts and ${result.media} files`
  return kind === 'export' ? `Written: ${what}, ${(result.size / 1_000_000).toFixed(1)} MB.` : `Here now: ${what}.`
}
