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
import { Keys } from './keys.tsx'

/** Letting programs on this computer write and publish. */
export const ApiPage = () => {
  const { pulse } = useDesk()
  const status = useStore(pulse.state, (s) => s.status)
  return (
    <>
      <Section title="HTTP API">
        {status?.owner === 'desktop' ? (
          <Door />
        ) : (
          <p className="soft">The headless server always answers programs that hold a key.</p>
        )}
        {status?.http.failure != null && <FailureNote failure={status.http.failure} />}
        {status?.http.url != null && <Address url={status.http.url} />}
      </Section>
      <Section title="Keys">
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
        label="Answer programs on this computer"
        on={http.enabled}
        onChange={(enabled) => update({ http: { ...http, enabled } })}
      />
      <p className="faint">Only programs here can reach it, and only with a key.</p>
      <div className="field-row field-row-end">
        <NumberField
          label="Port"
          description="0 takes any that is free."
          value={port}
          least={0}
          most={65_535}
          onChange={setPort}
        />
        {port !== http.port && <Button onPress={() => update({ http: { ...http, port } })}>Use this port</Button>}
      </div>
    </>
  )
}

const Address = ({ url }: { url: string }) => (
  <div className="settings-lines">
    <p className="field-label">Address</p>
    <Copyable text={url} what="address" />
    <a className="button button-plain button-normal" href={`${url}/v1/docs`} target="_blank" rel="noreferrer">
      <ExternalLink size="1rem" aria-hidden="true" />
      Open its documentation
    </a>
  </div>
)
