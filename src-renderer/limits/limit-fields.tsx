import { useStore } from 'zustand'
import type { Meter } from '../../src-preload/contract/model/quota.ts'
import { usableAccounts } from '../accounts/accounts-store.ts'
import { useDesk } from '../shell/desk-context.ts'
import { NumberField } from '../ui/number-field.tsx'
import { Segments } from '../ui/segments.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { ZoneField } from '../ui/zone-field.tsx'
import type { LimitForm } from './limit-form.ts'
import { FEATURE_NAMES } from './meter-words.ts'

const WINDOWS = [
  { key: 'DAY', label: 'A day' },
  { key: 'MONTH', label: 'A month' },
  { key: 'YEAR', label: 'A year' },
  { key: 'rolling', label: 'Any stretch of hours' },
  { key: 'balance', label: 'In all, until I raise it' },
] as const

const NEXT_PERIOD = 'Over it, posts are refused until the next one begins.'

/** What becomes of a post that is over it. */
const OVER: Readonly<Record<LimitForm['window'], string>> = {
  DAY: NEXT_PERIOD,
  MONTH: NEXT_PERIOD,
  YEAR: NEXT_PERIOD,
  rolling: 'Over it, posts wait for their turn.',
  balance: 'Over it, posts are refused until you raise it.',
}

const UNITS: readonly { key: Meter['unit']; label: string }[] = [
  { key: 'posts', label: 'Posts' },
  { key: 'credits', label: 'Credits' },
]

type LimitFieldsProps = { form: LimitForm; onChange: (change: Partial<LimitForm>) => void }

/** What is limited, to how much, and in what time. */
export const LimitFields = ({ form, onChange }: LimitFieldsProps) => {
  const { accounts } = useDesk()
  const known = useStore(accounts.state, (s) => s.accounts)
  const calendar = form.window !== 'rolling' && form.window !== 'balance'
  return (
    <>
      <SelectField
        label="Of what"
        chosen={form.subject}
        onChoose={(subject) => onChange({ subject })}
        options={[
          { key: 'everything', label: 'Everything that is published' },
          ...usableAccounts(known).map(({ id, name }) => ({ key: `account:${id}`, label: name })),
          ...Object.entries(FEATURE_NAMES).map(([key, label]) => ({ key: `feature:${key}`, label })),
        ]}
      />
      <div className="field">
        <span className="field-label" aria-hidden="true">
          Counted in
        </span>
        <Segments label="Counted in" options={UNITS} chosen={form.unit} onChoose={(unit) => onChange({ unit })} />
        {form.unit === 'credits' && (
          <p className="field-description">What a post at an account costs is set in the account’s details.</p>
        )}
      </div>
      <div className="field-pair">
        <NumberField
          label="At most"
          description="0 only counts."
          value={form.limit}
          least={0}
          most={1_000_000_000}
          onChange={(limit) => onChange({ limit })}
        />
        <SelectField
          label="In"
          description={OVER[form.window]}
          chosen={form.window}
          onChoose={(window) => onChange({ window })}
          options={WINDOWS}
        />
      </div>
      {form.window === 'rolling' && (
        <NumberField
          label="Hours"
          description="At any moment, the hours before it are looked at."
          value={form.hours}
          least={1}
          most={8760}
          onChange={(hours) => onChange({ hours })}
        />
      )}
      {calendar && <ZoneField label="Time zone" zone={form.zone} onChange={(zone) => onChange({ zone })} />}
    </>
  )
}
