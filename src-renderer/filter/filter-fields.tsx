import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { DayField } from '../ui/day-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TagField } from '../ui/tag-field.tsx'
import { say } from '../words/say.ts'
import type { Filters } from './narrowing.ts'
import { useKnownTags } from './use-known-tags.ts'

const ANY = 'any'

type FilterFieldsProps = {
  narrowing: Filters
  onChange: (change: Partial<Filters>) => void
  /** Whether what was made on the channels can be among them. */
  external: boolean
  /** Whether days can be chosen; the calendar is where they are chosen otherwise. */
  days?: boolean
}

/** What a list of posts can be narrowed to; every change shows at once. */
export const FilterFields = ({ narrowing, onChange, external, days = true }: FilterFieldsProps) => {
  const { accountId, channel, tags, from, to } = narrowing
  const { accounts, channels } = useStore(useDesk().accounts.state)
  const { known } = useKnownTags()
  return (
    <>
      <SelectField
        label={say('filter.account')}
        chosen={accountId ?? ANY}
        onChoose={(key) => onChange({ accountId: key === ANY ? null : key })}
        options={[
          { key: ANY, label: say('filter.all-accounts') },
          ...accounts.map(({ id, name }) => ({ key: id, label: name })),
        ]}
      />
      <SelectField
        label={say('filter.channel')}
        chosen={channel ?? ANY}
        onChoose={(key) => onChange({ channel: key === ANY ? null : key })}
        options={[
          { key: ANY, label: say('filter.all-channels') },
          ...channels.map(({ key, name }) => ({ key, label: name })),
        ]}
      />
      <div className="tag-field-framed">
        <span aria-hidden="true">{say('filter.tags')}</span>
        <TagField
          label={say('filter.by-tag')}
          placeholder={say(tags.length === 0 ? 'filter.any' : 'filter.and')}
          tags={tags}
          known={known}
          free={false}
          onAdd={(tag) => onChange({ tags: [...tags, tag] })}
          onRemove={(tag) => onChange({ tags: tags.filter((one) => one !== tag) })}
        />
      </div>
      {days && (
        <div className="field-pair">
          <DayField label={say('filter.from')} day={from} onChange={(day) => onChange({ from: day })} />
          <DayField label={say('filter.to')} day={to} onChange={(day) => onChange({ to: day })} />
        </div>
      )}
      {external && (
        <SelectField
          label={say('filter.made')}
          chosen={MADE.find(({ value }) => value === narrowing.external)?.key ?? ANY}
          onChoose={(key) => onChange({ external: MADE.find((one) => one.key === key)?.value ?? null })}
          options={MADE.map(({ key, word }) => ({ key, label: say(word) }))}
        />
      )}
    </>
  )
}

const MADE = [
  { key: ANY, word: 'filter.anywhere', value: null },
  { key: 'here', word: 'filter.here', value: false },
  { key: 'there', word: 'filter.there', value: true },
] as const
