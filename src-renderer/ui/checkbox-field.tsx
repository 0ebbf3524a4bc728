import { Check, Minus } from 'lucide-react'
import { Checkbox } from 'react-aria-components'
import './checkbox-field.css'

type CheckboxFieldProps = {
  label: string
  /** Names it for assistive technology only, where the place says it already. */
  hideLabel?: boolean
  on: boolean
  /** Some of what it stands for is on, some is not. */
  partly?: boolean
  onChange: (on: boolean) => void
}

export const CheckboxField = ({ label, hideLabel = false, on, partly = false, onChange }: CheckboxFieldProps) => (
  <Checkbox
    className="checkbox"
    isSelected={on}
    isIndeterminate={partly}
    onChange={onChange}
    {...(hideLabel ? { 'aria-label': label } : {})}
  >
    <span className="checkbox-box" aria-hidden="true">
      {partly ? <Minus size="0.8125rem" strokeWidth={3} /> : <Check size="0.8125rem" strokeWidth={3} />}
    </span>
    {!hideLabel && label}
  </Checkbox>
)
