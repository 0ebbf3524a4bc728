import { useStore } from 'zustand'
import { usableAccounts } from '../accounts/accounts-store.ts'
import { useDesk } from '../shell/desk-context.ts'
import { NumberField } from '../ui/number-field.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import type { WordKey } from '../words/en.ts'
import { say } from '../words/say.ts'
import type { LimitForm } from './limit-form.ts'
import { featureName, FEATURES } from './meter-words.ts'

const WINDOWS = ['DAY', 'MONTH', 'YEAR', 'rolling', 'balance'] as const
const UNITS = ['posts', 'credits'] as const

/** What becomes of a post that is over it. */
const OVER = {
  DAY: 'limits.over-period',
  MONTH: 'limits.over-period',
  YEAR: 'limits.over-period',
  rolling: 'limits.over-rolling',
  balance: 'limits.over-balance',
} as const satisfies Record<LimitForm['window'], WordKey>

type LimitFieldsProps = { form: LimitForm; onChange: (change: Partial<LimitForm>) => void }

/** What is limited, to how much, and in what time. */
export const LimitFields = ({ form, onChange }: LimitFieldsProps) => {
  const { accounts } = useDesk()
  const known = useStore(accounts.state, (s) => s.accounts)
  const calendar = form.window !== 'rolling' && form.window !== 'balance'
  return (
    <>
      <SelectField
        label={say('limits.of-what')}
        chosen={form.subject}
        onChoose={(subject) => onChange({ subject })}
        options={[
          { key: 'everything', label: say('limits.everything') },
          ...usableAccounts(known).map(({ id, name }) => ({ key: `account:${id}`, label: name })),
          ...FEATURES.map((feature) => ({ key: `feature:${feature}`, label: featureName(feature) })),
        ]}
      />
      <div className="field">
        <span className="field-label" aria-hidden="true">
          {say('limits.counted-in')}
        </span>
        <Segments
          label={say('limits.counted-in')}
          options={UNITS.map((key) => ({ key, label: say(`limits.${key}`) }))}
          chosen={form.unit}
          onChoose={(unit) => onChange({ unit })}
        />
        {form.unit === 'credits' && <p className="field-description">{say('limits.credits-how')}</p>}
      </div>
      <div className="field-pair">
        <NumberField
          label={say('limits.at-most')}
          description={say('limits.at-most-how')}
          value={form.limit}
          least={0}
          most={1_000_000_000}
          onChange={(limit) => onChange({ limit })}
        />
        <SelectField
          label={say('limits.in')}
          description={say(OVER[form.window])}
          chosen={form.window}
          onChoose={(window) => onChange({ window })}
          options={WINDOWS.map((key) => ({ key, label: say(`limits.window-${key}`) }))}
        />
      </div>
      {form.window === 'rolling' && (
        <NumberField
          label={say('limits.hours')}
          description={say('limits.hours-how')}
          value={form.hours}
          least={1}
          most={8760}
          onChange={(hours) => onChange({ hours })}
        />
      )}
      {calendar && <ZoneField label={say('limits.zone')} zone={form.zone} onChange={(zone) => onChange({ zone })} />}
    </>
  )
}
