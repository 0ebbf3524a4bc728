import './chip.css'

export type ChipTone = 'blue' | 'green' | 'amber' | 'orange' | 'red' | 'violet' | 'grey'

/** A state in one word. */
export const Chip = ({ tone, children }: { tone: ChipTone; children: string }) => (
  <span className={`chip chip-${tone}`}>{children}</span>
)
