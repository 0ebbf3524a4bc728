import { useRef } from 'react'
import { CheckboxField } from '../../ui/checkbox-field.tsx'
import './pick-box.css'

type PickBoxProps = {
  label: string
  on: boolean
  /** Whether anything is picked: then all boxes show. */
  any: boolean
  /** `toHere`: with Shift, all from the one picked before. */
  onPick: (toHere: boolean) => void
}

/** Picks a row out of a list. */
export const PickBox = ({ label, on, any, onPick }: PickBoxProps) => {
  const shift = useRef(false)
  return (
    <span
      className="queue-pick"
      data-any={any || undefined}
      onPointerDownCapture={(event) => (shift.current = event.shiftKey)}
      onKeyDownCapture={(event) => (shift.current = event.shiftKey)}
    >
      <CheckboxField label={label} hideLabel on={on} onChange={() => onPick(shift.current)} />
    </span>
  )
}
