import { ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue, Text } from 'react-aria-components'
import './field.css'

type SelectFieldProps<K extends string> = {
  label: string
  /** Names the field for assistive technology only, where the layout says it already. */
  hideLabel?: boolean
  description?: string
  options: readonly { key: K; label: string }[]
  chosen: K
  onChoose: (key: K) => void
}

export const SelectField = <K extends string>(props: SelectFieldProps<K>) => (
  <Select
    className="field"
    value={props.chosen}
    onChange={(key) => {
      const option = props.options.find((one) => one.key === key)
      if (option !== undefined) props.onChoose(option.key)
    }}
  >
    <Label className={props.hideLabel === true ? 'unseen' : 'field-label'}>{props.label}</Label>
    <Button className="field-button">
      <SelectValue />
      <ChevronDown size="1rem" aria-hidden="true" />
    </Button>
    {props.description !== undefined && (
      <Text slot="description" className="field-description">
        {props.description}
      </Text>
    )}
    <Popover className="list-popover">
      <ListBox items={props.options.map(({ key, label }) => ({ id: key, label }))}>
        {(option) => (
          <ListBoxItem className="list-option" textValue={option.label}>
            {option.label}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  </Select>
)
