import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import './field.css'

type SegmentsProps<K extends string> = {
  label: string
  options: readonly { key: K; label: string; icon?: ReactNode }[]
  chosen: K
  onChoose: (key: K) => void
}

/** A few choices side by side, one of them taken. */
export const Segments = <K extends string>({ label, options, chosen, onChoose }: SegmentsProps<K>) => (
  <ToggleButtonGroup
    className="segments"
    aria-label={label}
    selectionMode="single"
    disallowEmptySelection
    selectedKeys={[chosen]}
    onSelectionChange={(keys) => {
      const option = options.find((one) => keys.has(one.key))
      if (option !== undefined) onChoose(option.key)
    }}
  >
    {options.map((option) => (
      <ToggleButton key={option.key} id={option.key} className="segment">
        {option.icon}
        {option.label}
      </ToggleButton>
    ))}
  </ToggleButtonGroup>
)
