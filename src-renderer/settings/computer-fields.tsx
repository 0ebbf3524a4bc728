import { useStore } from 'zustand'
import type { DesktopBridge } from '../../src-preload/contract/bridge.ts'
import { useDesk } from '../shell/desk-context.ts'
import { SwitchField } from '../ui/switch-field.tsx'
import { say } from '../words/say.ts'
import { QuickPostKeys } from './quick-post-keys.tsx'
import { Section } from './section.tsx'
import { useUpdate } from './use-update.ts'

/** What only the desktop app can do on the computer that it runs on. */
export const ComputerFields = ({ desktop }: { desktop: DesktopBridge }) => {
  const { settings } = useDesk()
  const launchAtLogin = useStore(settings.state, (s) => s.launchAtLogin)
  const update = useUpdate()
  return (
    <>
      <Section title={say('settings.starting')}>
        <SwitchField
          label={say('settings.launch-at-login')}
          on={launchAtLogin}
          onChange={(on) => update({ launchAtLogin: on })}
        />
        <p className="faint">{say('settings.launch-at-login-how')}</p>
      </Section>
      <Section title={say('settings.quick-post')}>
        <p className="faint">{say('settings.quick-post-how')}</p>
        <QuickPostKeys desktop={desktop} />
      </Section>
    </>
  )
}
