import { ChevronDown } from 'lucide-react'
import { Button, ComboBox, Input, Label, ListBox, ListBoxItem, Popover, Text } from 'react-aria-components'
import { say } from '../words/say.ts'
import './field.css'

/** Every zone this machine knows; UTC is not always among them. */
const ZONES = [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])].map((id) => ({
  id,
  label: id.replaceAll('_', ' '),
}))

type ZoneFieldProps = { label: string; description?: string; zone: string; onChange: (zone: string) => void }

/** A time zone, found by typing part of its name. */
export const ZoneField = ({ label, description, zone, onChange }: ZoneFieldProps) => {
  const known = ZONES.some((one) => one.id === zone)
  return (
    <ComboBox
      className="field"
      menuTrigger="focus"
      defaultItems={known ? ZONES : [{ id: zone, label: zone }, ...ZONES]}
      value={zone}
      onChange={(key) => {
        if (typeof key === 'string') onChange(key)
      }}
    >
      <Label>{label}</Label>
      <div className="field-combo">
        <Input />
        <Button aria-label={say('common.show-zones')}>
          <ChevronDown size="1rem" aria-hidden="true" />
        </Button>
      </div>
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <Popover className="list-popover">
        <ListBox>
          {(option: { id: string; label: string }) => (
            <ListBoxItem className="list-option" textValue={option.label}>
              {option.label}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  )
}
