import './count-ring.css'

type CountRingProps = { used: number; max: number; tone: 'free' | 'near' | 'over' }

/** How full a text is, as a circle. Decoration; the numbers stand beside it. */
export const CountRing = ({ used, max, tone }: CountRingProps) => (
  <svg className={`count-ring count-${tone}`} viewBox="0 0 20 20" width="1.125rem" height="1.125rem" aria-hidden="true">
    <circle cx="10" cy="10" r="8" fill="none" strokeWidth="2.5" className="count-ring-track" />
    <circle
      cx="10"
      cy="10"
      r="8"
      fill="none"
      strokeWidth="2.5"
      strokeLinecap="round"
      pathLength={100}
      strokeDasharray={`${Math.min(100, max === 0 ? 100 : (used / max) * 100)} 100`}
      transform="rotate(-90 10 10)"
      className="count-ring-used"
    />
  </svg>
)
