import { useState } from 'react'
import { useStore } from 'zustand'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { RelayChoice } from '../../src-preload/contract/model/settings.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { BucketFields } from './bucket-fields.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

/** Where media go for networks that fetch them by address. */
export const RelayPage = () => {
  const { settings } = useDesk()
  const relay = useStore(settings.state, (s) => s.relay)
  const update = useUpdate()
  const [shown, setShown] = useState<RelayChoice['kind']>(relay.kind)
  const choose = (kind: RelayChoice['kind']): void => {
    setShown(kind)
    if (kind === 'none') update({ relay: { kind } })
  }
  return (
    <>
      <Section title="Why a relay">
        <p>
          Some networks, such as Instagram, take no files from this computer: they fetch pictures and videos from a
          public address. A relay is a place of your own where Posthorn puts such a file for them. Its address cannot be
          guessed, and the file is taken away again as soon as the post stands.
        </p>
        <Segments
          label="Media relay"
          chosen={shown}
          onChoose={choose}
          options={[
            { key: 'none', label: 'None' },
            { key: 's3', label: 'A bucket (S3)' },
            { key: 'account', label: 'One of my accounts' },
          ]}
        />
        <p className="faint">{ABOUT[shown]}</p>
      </Section>
      {shown === 's3' && <BucketFields key={JSON.stringify(relay)} bucket={relay.kind === 's3' ? relay : null} />}
      {shown === 'account' && <HostAccount />}
      {relay.kind !== 'none' && relay.kind === shown && <RelayTest key={JSON.stringify(relay)} />}
    </>
  )
}

const ABOUT: Readonly<Record<RelayChoice['kind'], string>> = {
  none: 'Networks that fetch media by address cannot be given any; all others work as ever.',
  s3: 'Any storage that speaks the S3 protocol: Amazon, Cloudflare R2, Backblaze, Hetzner, MinIO and others.',
  account: 'A site or server you are connected to that keeps files, such as WordPress or Mastodon.',
}

const HostAccount = () => {
  const { settings, accounts } = useDesk()
  const relay = useStore(settings.state, (s) => s.relay)
  const known = useStore(accounts.state)
  const update = useUpdate()
  const hosts = known.accounts.filter(
    (account) => known.channels.find((channel) => channel.key === account.channel)?.can.host === true,
  )
  return (
    <Section title="Account">
      {hosts.length === 0 ? (
        <p>None of your accounts can keep files. Connect a WordPress site or a Mastodon account first.</p>
      ) : (
        <SelectField
          label="Account that keeps the files"
          chosen={relay.kind === 'account' ? relay.accountId : ''}
          onChoose={(accountId) => update({ relay: { kind: 'account', accountId } })}
          options={[
            ...(relay.kind === 'account' ? [] : [{ key: '', label: 'Choose one' }]),
            ...hosts.map(({ id, name }) => ({ key: id, label: name })),
          ].filter(({ key }) => key !== '' || relay.kind !== 'account')}
        />
      )}
    </Section>
  )
}

type Tried = { kind: 'untried' | 'trying' | 'works' } | { kind: 'failed'; failure: Failure }

const RelayTest = () => {
  const { link } = useDesk()
  const [tried, setTried] = useState<Tried>({ kind: 'untried' })
  const test = async (): Promise<void> => {
    setTried({ kind: 'trying' })
    const reply = await link.bridge.call('relay.test', {})
    setTried(reply.ok ? { kind: 'works' } : { kind: 'failed', failure: reply.failure })
  }
  return (
    <Section title="Test">
      <p className="faint">Puts a small picture there, fetches it as a network would, and takes it away again.</p>
      {tried.kind === 'failed' && <FailureNote failure={tried.failure} />}
      <div className="field-row">
        <Button isPending={tried.kind === 'trying'} onPress={() => void test()}>
          Test the relay
        </Button>
        <output>{tried.kind === 'works' && 'It works: the picture could be fetched, and is gone again.'}</output>
      </div>
    </Section>
  )
}
