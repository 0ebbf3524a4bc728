import { Monitor, Moon, Sun } from 'lucide-react'
import { useStore } from 'zustand'
import type { Status } from '../../src-preload/contract/model/status.ts'
import { Copyable } from '../shell/copyable.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { say } from '../words/say.ts'
import { ComputerFields } from './computer-fields.tsx'
import { LatenessFields } from './lateness-fields.tsx'
import { NotifyFields } from './notify-fields.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'
import { ZoneFields } from './zone-fields.tsx'

/** How Posthorn looks and behaves. Every change is kept at once. */
export const GeneralPage = () => {
  const { settings: store, pulse, link } = useDesk()
  const settings = useStore(store.state)
  const status = useStore(pulse.state, (s) => s.status)
  const update = useUpdate()
  return (
    <>
      <Section title={say('settings.appearance')}>
        <Segments
          label={say('settings.appearance')}
          chosen={settings.appearance}
          onChoose={(appearance) => update({ appearance })}
          options={[
            { key: 'system', label: say('settings.as-system'), icon: <Monitor size="0.9375rem" aria-hidden="true" /> },
            { key: 'light', label: say('settings.light'), icon: <Sun size="0.9375rem" aria-hidden="true" /> },
            { key: 'dark', label: say('settings.dark'), icon: <Moon size="0.9375rem" aria-hidden="true" /> },
          ]}
        />
      </Section>
      <Section title={say('settings.language')}>
        <SelectField
          label={say('settings.language')}
          hideLabel
          description={say('settings.language-how')}
          chosen={settings.language}
          onChoose={(language) => update({ language })}
          options={[
            { key: 'system', label: say('settings.language-system') },
            // Each by its own name, for those who do not read the one that is spoken now.
            { key: 'en', label: 'English' },
            { key: 'de', label: 'Deutsch' },
          ]}
        />
      </Section>
      <Section title={say('settings.time')}>
        <ZoneFields />
      </Section>
      <Section title={say('settings.sending')}>
        <SwitchField label={say('settings.pause')} on={settings.paused} onChange={(paused) => update({ paused })} />
        <LatenessFields lateness={settings.lateness} onChange={(lateness) => update({ lateness })} />
      </Section>
      <Section title={say('settings.notifications')}>
        <NotifyFields />
      </Section>
      {link.bridge.desktop !== null && <ComputerFields desktop={link.bridge.desktop} />}
      <Section title={say('settings.passwords')}>
        <SelectField
          label={say('settings.without-keychain')}
          description={status === null ? '' : say(`settings.keeper-${status.keychain}`)}
          chosen={settings.withoutKeychain}
          onChoose={(withoutKeychain) => update({ withoutKeychain })}
          options={[
            { key: 'ask', label: say('settings.keep-ask') },
            { key: 'key-file', label: say('settings.keep-key-file') },
            { key: 'until-quit', label: say('settings.keep-until-quit') },
          ]}
        />
      </Section>
      <Section title={say('settings.own-network')}>
        <SwitchField
          label={say('settings.read-own-network')}
          on={settings.privateAddresses}
          onChange={(privateAddresses) => update({ privateAddresses })}
        />
        <p className="faint">{say('settings.own-network-how')}</p>
      </Section>
      <Section title={say('settings.help')}>
        <p>
          <RouteLink to={{ room: 'channels' }}>{say('accounts.channels')}</RouteLink>
        </p>
        <p className="faint">{say('settings.help-how')}</p>
      </Section>
      {status !== null && <About status={status} />}
    </>
  )
}

const About = ({ status }: { status: Status }) => (
  <Section title={say('settings.data-folder')}>
    <Copyable text={status.home} what={say('settings.what-path')} />
    <p className="faint">
      {say('settings.data-folder-how', { owner: say(`settings.owner-${status.owner}`), version: status.version })}
    </p>
  </Section>
)
