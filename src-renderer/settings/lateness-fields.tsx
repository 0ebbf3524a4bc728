import type { Lateness } from '../../src-preload/contract/model/post.ts'
import { SelectField } from '../ui/select-field.tsx'

const SPANS: readonly { minutes: number; label: string }[] = [
  { minutes: 0, label: 'Not late at all' },
  { minutes: 15, label: '15 minutes late' },
  { minutes: 60, label: '1 hour late' },
  { minutes: 180, label: '3 hours late' },
  { minutes: 720, label: '12 hours late' },
  { minutes: 1440, label: '1 day late' },
  { minutes: 2880, label: '2 days late' },
  { minutes: 10_080, label: '1 week late' },
]

type LatenessFieldsProps = { lateness: Lateness; onChange: (lateness: Lateness) => void }

/** What becomes of posts whose time passed while Posthorn was not running. */
export const LatenessFields = ({ lateness, onChange }: LatenessFieldsProps) => {
  const known = SPANS.some((span) => span.minutes === lateness.withinMinutes)
  const spans = known
    ? SPANS
    : [...SPANS, { minutes: lateness.withinMinutes, label: `${lateness.withinMinutes} minutes late` }]
  return (
    <div className="lateness">
      <p className="soft">When a post’s time passed while Posthorn was closed or the computer slept:</p>
      <SelectField
        label="Still publish when at most"
        chosen={String(lateness.withinMinutes)}
        onChoose={(minutes) => onChange({ ...lateness, withinMinutes: Number(minutes) })}
        options={spans.map(({ minutes, label }) => ({ key: String(minutes), label }))}
      />
      <SelectField
        label="When later than that"
        chosen={lateness.then}
        onChoose={(then) => onChange({ ...lateness, then })}
        options={[
          { key: 'ask', label: 'Ask me' },
          { key: 'publish', label: 'Publish all the same' },
          { key: 'next-slot', label: 'Move it to the next free slot' },
          { key: 'skip', label: 'Cancel it' },
        ]}
      />
    </div>
  )
}
