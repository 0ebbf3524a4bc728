import { Monitor, Moon, Sun } from 'lucide-react'
import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import type { Status } from '../../src-preload/contract/model/status.ts'
import { useDesk } from '../shell/desk-context.ts'
import { CopyablePath } from '../shell/copyable-path.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { LatenessFields } from './lateness-fields.tsx'
import './settings.css'

/** What holds for the whole app. Every change is kept at once. */
export const SettingsRoom = () => {
  const { settings: store, pulse, toasts } = useDesk()
  const settings = useStore(store.state)
  const status = useStore(pulse.state, (s) => s.status)
  useTitle('Settings')

  const update = (change: Partial<Settings>): void => {
    void store.update(change).then((failure) => failure && toasts.fail(failure))
  }
  const { notify } = settings
  return (
    <>
      <header className="room-head">
        <h1>Settings</h1>
      </header>
      <div className="room-body settings">
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
        {status !== null && <About status={status} />}
      </div>
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

const Section = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="settings-section" aria-label={title}>
    <h2>{title}</h2>
    <div className="settings-fields">{children}</div>
  </section>
)

const About = ({ status }: { status: Status }) => (
  <Section title="Data folder">
    <CopyablePath path={status.home} />
    <p className="faint">
      Everything is in it: posts, files, the queue. {OWNERS[status.owner]} Posthorn {status.version}.
    </p>
  </Section>
)
