import { Switch } from 'react-aria-components'
import './field.css'

type SwitchFieldProps = { label: string; on: boolean; onChange: (on: boolean) => void; disabled?: boolean }

export const SwitchField = ({ label, on, onChange, disabled = false }: SwitchFieldProps) => (
  <Switch className="switch" isSelected={on} onChange={onChange} isDisabled={disabled}>
    <span className="switch-track" aria-hidden="true" />
    {label}
  </Switch>
)
