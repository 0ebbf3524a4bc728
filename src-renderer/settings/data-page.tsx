import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { Snapshot } from '../../src-preload/contract/model/snapshot.ts'
import { useDesk } from '../shell/desk-context.ts'
import { locale } from '../words/say.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { ArchiveForms } from './archive-forms.tsx'
import { Section } from './section.tsx'
import { UnreadableRows } from './unreadable-rows.tsx'

/** Copies of everything, and what of it cannot be read. */
export const DataPage = () => (
  <>
    <Snapshots />
    <ArchiveForms />
    <UnreadableRows />
  </>
)

const Snapshots = () => {
  const { link, settle, toasts } = useDesk()
  const [listed, setListed] = useState<Output<'snapshots.list'> | null>(null)
  const [making, setMaking] = useState(false)
  const [chosen, setChosen] = useState<Snapshot | null>(null)
  const load = useCallback(
    () => link.bridge.call('snapshots.list', {}).then((reply) => reply.ok && setListed(reply.value)),
    [link],
  )
  useEffect(() => {
    void load()
  }, [load])
  const make = async (): Promise<void> => {
    setMaking(true)
    if (settle(await link.bridge.call('snapshots.create', {}))) toasts.tell('The snapshot is made.')
    setMaking(false)
    await load()
  }
  return (
    <Section title="Snapshots">
      <p className="faint">
        Copies of the database, made once a day; your attached files stay where they are. Going back to one sends
        nothing a second time.
      </p>
      {listed?.failure && <FailureNote failure={listed.failure} />}
      <ul className="settings-lines" aria-label="Snapshots">
        {listed?.entries.map((one) => (
          <li key={one.name} className="snapshot-line">
            <span>
              {timeOf(one.at)}
              <span className="faint"> {WHY[one.why]}</span>
              <br />
              <span className="faint">{factsOf(one)}</span>
            </span>
            {one.counts !== null && (
              <Button size="small" onPress={() => setChosen(one)} aria-label={`Go back to ${timeOf(one.at)}`}>
                Go back
              </Button>
            )}
          </li>
        ))}
      </ul>
      {listed?.entries.length === 0 && <p>There are none yet.</p>}
      <Button isPending={making} onPress={() => void make()}>
        Make a snapshot now
      </Button>
      {chosen !== null && (
        <ConfirmDialog
          title={`Go back to ${timeOf(chosen.at)}?`}
          confirm="Go back"
          onClose={() => setChosen(null)}
          onConfirm={async () => {
            const reply = await link.bridge.call('snapshots.restore', { name: chosen.name })
            return reply.ok ? null : reply.failure
          }}
        >
          <p>
            What is here now becomes a snapshot first. What was published since is known and stays published; what was
            to be sent since and was not waits among the missed posts for your word.
          </p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

const WHY: Readonly<Record<Snapshot['why'], string>> = {
  daily: 'daily',
  asked: 'by hand',
  migration: 'before an update',
  restore: 'before going back',
  import: 'before an import',
  damaged: 'damaged, set aside',
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' })

const factsOf = ({ counts, size }: Snapshot): string => {
  const megabytes = `${(size / 1_000_000).toFixed(1)} MB`
  return counts === null
    ? `${megabytes}, kept as it is`
    : `${counts.posts} posts, ${counts.pending} to come, ${counts.accounts} accounts, ${megabytes}`
}
