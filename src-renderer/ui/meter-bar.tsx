import { Meter } from 'react-aria-components'
import './meter-bar.css'

type MeterBarProps = {
  label: string
  used: number
  /** What is not used yet but promised. */
  planned: number
  max: number
  /** The whole of it in words, for those who cannot see the bar. */
  says: string
}

/** How much of a limit is used, and how much more is planned. The numbers stand beside it. */
export const MeterBar = ({ label, used, planned, max, says }: MeterBarProps) => {
  const part = (amount: number): string => `${max === 0 ? 0 : Math.min(100, (amount / max) * 100)}%`
  return (
    <Meter
      className="meter"
      aria-label={label}
      value={Math.min(used + planned, max)}
      maxValue={Math.max(max, 1)}
      valueLabel={says}
      data-tone={used + planned >= max ? 'full' : used + planned >= max * 0.8 ? 'near' : 'free'}
    >
      <span className="meter-used" style={{ width: part(used) }} />
      <span className="meter-planned" style={{ width: part(planned) }} />
    </Meter>
  )
}
