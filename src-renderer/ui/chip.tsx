import type { ChipTone } from './chip-tone.ts'
import './chip.css'

/** A state in one word. */
export const Chip = ({ tone, children }: { tone: ChipTone; children: string }) => (
  <span className={`chip chip-${tone}`}>{children}</span>
)
