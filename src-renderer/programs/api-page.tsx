import { ExternalLink } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { Section } from '../settings/section.tsx'
import { useUpdate } from '../settings/use-update.ts'
import { Copyable } from '../shell/copyable.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { FailureNote } from '../ui/failure-note.tsx'
import { NumberField } from '../ui/number-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { say } from '../words/say.ts'
import { Keys } from './keys.tsx'

/** Letting programs on this computer write and publish. */
export const ApiPage = () => {
  const { pulse } = useDesk()
  const status = useStore(pulse.state, (s) => s.status)
  return (
    <>
      <Section title={say('programs.api')}>
        {status?.owner === 'desktop' ? <Door /> : <p className="soft">{say('programs.server-always')}</p>}
        {status?.http.failure != null && <FailureNote failure={status.http.failure} />}
        {status?.http.url != null && <Address url={status.http.url} />}
      </Section>
      <Section title={say('programs.keys')}>
        <Keys />
      </Section>
    </>
  )
}

const Door = () => {
  const { settings } = useDesk()
  const http = useStore(settings.state, (s) => s.http)
  const update = useUpdate()
  const [port, setPort] = useState(http.port)
  return (
    <>
      <SwitchField
        label={say('programs.answer')}
        on={http.enabled}
        onChange={(enabled) => update({ http: { ...http, enabled } })}
      />
      <p className="faint">{say('programs.answer-how')}</p>
      <div className="field-row field-row-end">
        <NumberField
          label={say('programs.port')}
          description={say('programs.port-how')}
          value={port}
          least={0}
          most={65_535}
          onChange={setPort}
        />
        {port !== http.port && (
          <Button onPress={() => update({ http: { ...http, port } })}>{say('programs.use-port')}</Button>
        )}
      </div>
    </>
  )
}

const Address = ({ url }: { url: string }) => (
  <div className="settings-lines">
    <p className="field-label">{say('programs.address')}</p>
    <Copyable text={url} what={say('programs.what-address')} />
    <a className="button button-plain button-normal" href={`${url}/v1/docs`} target="_blank" rel="noreferrer">
      <ExternalLink size="1rem" aria-hidden="true" />
      {say('programs.docs')}
    </a>
  </div>
)
