import type { Lateness } from '../../src-preload/contract/model/post.ts'
import { SelectField } from '../ui/select-field.tsx'
import { say } from '../words/say.ts'

/** In minutes. */
const SPANS: readonly number[] = [0, 15, 60, 180, 720, 1440, 2880, 10_080]

/** `12 hours late`, in the largest unit that fits whole. */
const lateName = (minutes: number): string => {
  if (minutes === 0) return say('settings.late-none')
  if (minutes % 10_080 === 0) return say('settings.late-weeks', { count: minutes / 10_080 })
  if (minutes % 1440 === 0) return say('settings.late-days', { count: minutes / 1440 })
  if (minutes % 60 === 0) return say('settings.late-hours', { count: minutes / 60 })
  return say('settings.late-minutes', { count: minutes })
}

type LatenessFieldsProps = { lateness: Lateness; onChange: (lateness: Lateness) => void }

/** What becomes of posts whose time passed while Posthorn was not running. */
export const LatenessFields = ({ lateness, onChange }: LatenessFieldsProps) => {
  const { withinMinutes } = lateness
  const spans = SPANS.includes(withinMinutes) ? SPANS : [...SPANS, withinMinutes]
  return (
    <div className="lateness">
      <p className="soft">{say('settings.late-when')}</p>
      <SelectField
        label={say('settings.late-within')}
        chosen={String(withinMinutes)}
        onChoose={(minutes) => onChange({ ...lateness, withinMinutes: Number(minutes) })}
        options={spans.map((minutes) => ({ key: String(minutes), label: lateName(minutes) }))}
      />
      <SelectField
        label={say('settings.late-then')}
        chosen={lateness.then}
        onChoose={(then) => onChange({ ...lateness, then })}
        options={[
          { key: 'ask', label: say('settings.then-ask') },
          { key: 'publish', label: say('settings.then-publish') },
          { key: 'next-slot', label: say('settings.then-next-slot') },
          { key: 'skip', label: say('settings.then-skip') },
        ]}
      />
    </div>
  )
}
