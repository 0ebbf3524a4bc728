import { useState } from 'react'
import { useStore } from 'zustand'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { RelayChoice } from '../../src-preload/contract/model/settings.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { say } from '../words/say.ts'
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
      <Section title={say('settings.relay-why')}>
        <p>{say('settings.relay-why-how')}</p>
        <Segments
          label={say('settings.relay')}
          chosen={shown}
          onChoose={choose}
          options={[
            { key: 'none', label: say('settings.relay-none') },
            { key: 's3', label: say('settings.relay-s3') },
            { key: 'account', label: say('settings.relay-account') },
          ]}
        />
        <p className="faint">{say(`settings.relay-about-${shown}`)}</p>
      </Section>
      {shown === 's3' && <BucketFields key={JSON.stringify(relay)} bucket={relay.kind === 's3' ? relay : null} />}
      {shown === 'account' && <HostAccount />}
      {relay.kind !== 'none' && relay.kind === shown && <RelayTest key={JSON.stringify(relay)} />}
    </>
  )
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
    <Section title={say('settings.account')}>
      {hosts.length === 0 ? (
        <p>{say('settings.no-hosts')}</p>
      ) : (
        <SelectField
          label={say('settings.host')}
          chosen={relay.kind === 'account' ? relay.accountId : ''}
          onChoose={(accountId) => update({ relay: { kind: 'account', accountId } })}
          options={[
            ...(relay.kind === 'account' ? [] : [{ key: '', label: say('settings.choose-one') }]),
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
    <Section title={say('settings.test')}>
      <p className="faint">{say('settings.test-how')}</p>
      {tried.kind === 'failed' && <FailureNote failure={tried.failure} />}
      <div className="field-row">
        <Button isPending={tried.kind === 'trying'} onPress={() => void test()}>
          {say('settings.test-relay')}
        </Button>
        <output>{tried.kind === 'works' && say('settings.test-works')}</output>
      </div>
    </Section>
  )
}
