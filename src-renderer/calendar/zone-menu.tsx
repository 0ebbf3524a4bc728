import { Globe, Plus, Settings2, X } from 'lucide-react'
import { useState } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import { zoneCity } from '../time/format-time.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Menu } from '../ui/menu.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import { say } from '../words/say.ts'
import { zoneInWords } from './zone-words.ts'
import './zone-menu.css'

type ZoneMenuProps = { zone: string; second: string | null; at: number }

/** The zone that all times are in, always on show; a second one can be shown beside it. */
export const ZoneMenu = ({ zone, second, at }: ZoneMenuProps) => {
  const { settings, toasts, route } = useDesk()
  const [choosing, setChoosing] = useState(false)
  const show = async (secondZone: string | null): Promise<void> => {
    setChoosing(false)
    const failure = await settings.update({ secondZone })
    if (failure !== null) toasts.fail(failure)
  }
  const label = second === null ? zoneInWords(at, zone) : `${zoneInWords(at, zone)} · ${zoneInWords(at, second)}`
  return (
    <>
      <Menu
        label={say('calendar.zones')}
        trigger={
          <Button
            look="quiet"
            size="small"
            className="cal-zone"
            icon={<Globe size="0.9375rem" aria-hidden="true" />}
            aria-label={say('calendar.zone-name', { zones: label })}
          >
            {label}
          </Button>
        }
        entries={[
          {
            key: 'second',
            label: say(second === null ? 'calendar.add-second' : 'calendar.change-second'),
            icon: <Plus size="1rem" aria-hidden="true" />,
            run: () => setChoosing(true),
          },
          ...(second === null
            ? []
            : [
                {
                  key: 'hide',
                  label: say('calendar.hide-second', { zone: zoneCity(second) }),
                  icon: <X size="1rem" aria-hidden="true" />,
                  run: () => void show(null),
                },
              ]),
          {
            key: 'own',
            label: say('calendar.own-zone'),
            icon: <Settings2 size="1rem" aria-hidden="true" />,
            run: () => route.go({ room: 'settings', page: 'general' }),
          },
        ]}
      />
      {choosing && (
        <SecondZone
          zone={second ?? 'America/New_York'}
          onChoose={(chosen) => void show(chosen)}
          onClose={() => setChoosing(false)}
        />
      )}
    </>
  )
}

type SecondZoneProps = { zone: string; onChoose: (zone: string) => void; onClose: () => void }

const SecondZone = ({ zone, onChoose, onClose }: SecondZoneProps) => {
  const [chosen, setChosen] = useState(zone)
  return (
    <Dialog
      title={say('calendar.second-title')}
      onClose={onClose}
      actions={
        <>
          <Button onPress={onClose}>{say('common.cancel')}</Button>
          <Button look="primary" onPress={() => onChoose(chosen)}>
            {say('calendar.show-zone')}
          </Button>
        </>
      }
    >
      <ZoneField
        label={say('calendar.second')}
        description={say('calendar.second-help')}
        zone={chosen}
        onChange={setChosen}
      />
    </Dialog>
  )
}
