import { FieldError, Group, Input, Label, NumberField as AriaNumberField, Text } from 'react-aria-components'
import { type Sayable, sayFailureInLine } from '../words/say-failure.ts'
import './field.css'

type NumberFieldProps = {
  label: string
  description?: string
  value: number
  least: number
  most: number
  onChange: (value: number) => void
  failure?: Sayable | null
}

/** A whole number; the arrow keys change it, and what is typed counts when the field is left. */
export const NumberField = ({ label, description, value, least, most, onChange, failure }: NumberFieldProps) => (
  <AriaNumberField
    className="field"
    value={value}
    minValue={least}
    maxValue={most}
    step={1}
    formatOptions={{ useGrouping: false }}
    isInvalid={failure != null}
    validationBehavior="aria"
    // An emptied field is the least there is.
    onChange={(next) => onChange(Number.isNaN(next) ? least : next)}
  >
    <Label>{label}</Label>
    <Group className="field-number">
      <Input />
    </Group>
    {description !== undefined && (
      <Text slot="description" className="field-description">
        {description}
      </Text>
    )}
    <FieldError className="field-failure">{failure && sayFailureInLine(failure)}</FieldError>
  </AriaNumberField>
)
