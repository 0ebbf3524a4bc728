import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { SwitchField } from '../ui/switch-field.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { say } from '../words/say.ts'
import { useUpdate } from './use-update.ts'

/** The zone that times are in, and another that the calendar shows beside it. */
export const ZoneFields = () => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const second = useStore(settings.state, (s) => s.secondZone)
  const update = useUpdate()
  return (
    <>
      <ZoneField
        label={say('settings.zone')}
        description={say('settings.zone-how')}
        zone={zone}
        onChange={(chosen) => update({ zone: chosen })}
      />
      <SwitchField
        label={say('settings.second-zone-on')}
        on={second !== null}
        onChange={(on) => update({ secondZone: on ? otherThan(zone) : null })}
      />
      {second !== null && (
        <ZoneField
          label={say('settings.second-zone')}
          description={say('settings.second-zone-how')}
          zone={second}
          onChange={(secondZone) => update({ secondZone })}
        />
      )}
    </>
  )
}

/** What a second zone begins with: one that says something the first does not. */
const otherThan = (zone: string): string => (/^(?:Etc\/)?(?:UTC|GMT)$/.test(zone) ? 'America/New_York' : 'UTC')
