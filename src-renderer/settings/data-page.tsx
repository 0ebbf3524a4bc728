import { useCallback, useEffect, useState } from 'react'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { Snapshot } from '../../src-preload/contract/model/snapshot.ts'
import { useDesk } from '../shell/desk-context.ts'
import { locale, say } from '../words/say.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { ArchiveForms } from './archive-forms.tsx'
import { Section } from './section.tsx'
import { UnreadableRows } from './unreadable-rows.tsx'
import { formatSize } from '../words/size.ts'

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
    if (settle(await link.bridge.call('snapshots.create', {}))) toasts.tell(say('settings.snapshot-made'))
    setMaking(false)
    await load()
  }
  return (
    <Section title={say('settings.snapshots')}>
      <p className="faint">{say('settings.snapshots-how')}</p>
      {listed?.failure && <FailureNote failure={listed.failure} />}
      <ul className="settings-lines" aria-label={say('settings.snapshots')}>
        {listed?.entries.map((one) => (
          <li key={one.name} className="snapshot-line">
            <span>
              {timeOf(one.at)}
              <span className="faint"> {say(`settings.snapshot-${one.why}`)}</span>
              <br />
              <span className="faint">{factsOf(one)}</span>
            </span>
            {one.counts !== null && (
              <Button
                size="small"
                onPress={() => setChosen(one)}
                aria-label={say('settings.go-back-to', { moment: timeOf(one.at) })}
              >
                {say('settings.go-back')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {listed?.entries.length === 0 && <p>{say('settings.no-snapshots')}</p>}
      <Button isPending={making} onPress={() => void make()}>
        {say('settings.make-snapshot')}
      </Button>
      {chosen !== null && (
        <ConfirmDialog
          title={say('settings.go-back-question', { moment: timeOf(chosen.at) })}
          confirm={say('settings.go-back')}
          onClose={() => setChosen(null)}
          onConfirm={async () => {
            const reply = await link.bridge.call('snapshots.restore', { name: chosen.name })
            return reply.ok ? null : reply.failure
          }}
        >
          <p>{say('settings.go-back-how')}</p>
        </ConfirmDialog>
      )}
    </Section>
  )
}

const timeOf = (at: string): string =>
  new Date(at).toLocaleString(locale(), { dateStyle: 'medium', timeStyle: 'short' })

const factsOf = ({ counts, size }: Snapshot): string =>
  counts === null
    ? say('settings.snapshot-as-is', { size: formatSize(size) })
    : say('settings.snapshot-holds', { ...counts, size: formatSize(size) })
