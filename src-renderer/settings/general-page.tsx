import { Monitor, Moon, Sun } from 'lucide-react'
import { useStore } from 'zustand'
import type { Status } from '../../src-preload/contract/model/status.ts'
import { Copyable } from '../shell/copyable.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { LatenessFields } from './lateness-fields.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

/** How Posthorn looks and behaves. Every change is kept at once. */
export const GeneralPage = () => {
  const { settings: store, pulse } = useDesk()
  const settings = useStore(store.state)
  const status = useStore(pulse.state, (s) => s.status)
  const update = useUpdate()
  const { notify } = settings
  return (
    <>
      <Section title="Appearance">
        <Segments
          label="Appearance"
          chosen={settings.appearance}
          onChoose={(appearance) => update({ appearance })}
          options={[
            { key: 'system', label: 'As the system', icon: <Monitor size="0.9375rem" aria-hidden="true" /> },
            { key: 'light', label: 'Light', icon: <Sun size="0.9375rem" aria-hidden="true" /> },
            { key: 'dark', label: 'Dark', icon: <Moon size="0.9375rem" aria-hidden="true" /> },
          ]}
        />
      </Section>
      <Section title="Time">
        <ZoneField
          label="Time zone"
          description="Times are shown in it, and new posts are written in it."
          zone={settings.zone}
          onChange={(zone) => update({ zone })}
        />
      </Section>
      <Section title="Sending">
        <SwitchField
          label="Pause: send nothing until I resume"
          on={settings.paused}
          onChange={(paused) => update({ paused })}
        />
        <LatenessFields lateness={settings.lateness} onChange={(lateness) => update({ lateness })} />
      </Section>
      <Section title="Notifications">
        <SwitchField
          label="When a post is published"
          on={notify.published}
          onChange={(published) => update({ notify: { ...notify, published } })}
        />
        <SwitchField
          label="When a post fails"
          on={notify.failed}
          onChange={(failed) => update({ notify: { ...notify, failed } })}
        />
        <SwitchField
          label="When a post is missed"
          on={notify.missed}
          onChange={(missed) => update({ notify: { ...notify, missed } })}
        />
      </Section>
      <Section title="Passwords">
        <SelectField
          label="Without a system keychain"
          description={status === null ? '' : KEEPERS[status.keychain]}
          chosen={settings.withoutKeychain}
          onChoose={(withoutKeychain) => update({ withoutKeychain })}
          options={[
            { key: 'ask', label: 'Ask me before keeping a password' },
            { key: 'key-file', label: 'Keep it in a key file only I can read' },
            { key: 'until-quit', label: 'Keep it until Posthorn quits' },
          ]}
        />
      </Section>
      <Section title="Own network">
        <SwitchField
          label="Read addresses on my own network"
          on={settings.privateAddresses}
          onChange={(privateAddresses) => update({ privateAddresses })}
        />
        <p className="faint">
          For link cards, suggestions and files. Off, an address that leads to this computer or its network is refused.
        </p>
      </Section>
      <Section title="Help">
        <p>
          <RouteLink to={{ room: 'channels' }}>What each channel allows</RouteLink>
        </p>
        <p className="faint">Lengths, files and what can be done with a published post, channel by channel.</p>
      </Section>
      {status !== null && <About status={status} />}
    </>
  )
}

const KEEPERS: Readonly<Record<Status['keychain'], string>> = {
  system: 'Passwords are kept in the system’s keychain now.',
  'key-file': 'Passwords are sealed with a key file now.',
  'until-quit': 'Passwords are only kept until Posthorn quits now.',
  none: 'There is no keychain here, and no password can be kept until you choose.',
}

const OWNERS: Readonly<Record<Status['owner'], string>> = {
  desktop: 'This app sends the posts.',
  serve: 'The headless server sends the posts.',
  cli: 'A command sends the posts.',
}

const About = ({ status }: { status: Status }) => (
  <Section title="Data folder">
    <Copyable text={status.home} what="path" />
    <p className="faint">
      Everything is in it: posts, files, the queue. {OWNERS[status.owner]} Posthorn {status.version}.
    </p>
  </Section>
)
