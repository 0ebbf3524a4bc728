import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { DayField } from '../ui/day-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { TagField } from '../ui/tag-field.tsx'
import type { Narrowing } from './narrowing.ts'
import { useKnownTags } from './use-known-tags.ts'

const ANY = 'any'

type FilterFieldsProps = {
  narrowing: Narrowing
  onChange: (change: Partial<Narrowing>) => void
  /** Whether what was made on the channels can be among them. */
  external: boolean
}

/** What a list of posts can be narrowed to; every change shows at once. */
export const FilterFields = ({ narrowing, onChange, external }: FilterFieldsProps) => {
  const { accountId, channel, tags, from, to } = narrowing
  const { accounts, channels } = useStore(useDesk().accounts.state)
  const { known } = useKnownTags()
  return (
    <>
      <SelectField
        label="Account"
        chosen={accountId ?? ANY}
        onChoose={(key) => onChange({ accountId: key === ANY ? null : key })}
        options={[{ key: ANY, label: 'All accounts' }, ...accounts.map(({ id, name }) => ({ key: id, label: name }))]}
      />
      <SelectField
        label="Channel"
        chosen={channel ?? ANY}
        onChoose={(key) => onChange({ channel: key === ANY ? null : key })}
        options={[{ key: ANY, label: 'All channels' }, ...channels.map(({ key, name }) => ({ key, label: name }))]}
      />
      <div className="tag-field-framed">
        <span aria-hidden="true">Tags</span>
        <TagField
          label="Filter by a tag"
          placeholder={tags.length === 0 ? 'Any' : 'And'}
          tags={tags}
          known={known}
          free={false}
          onAdd={(tag) => onChange({ tags: [...tags, tag] })}
          onRemove={(tag) => onChange({ tags: tags.filter((one) => one !== tag) })}
        />
      </div>
      <div className="field-pair">
        <DayField label="From" day={from} onChange={(day) => onChange({ from: day })} />
        <DayField label="To" day={to} onChange={(day) => onChange({ to: day })} />
      </div>
      {external && (
        <SelectField
          label="Made"
          chosen={MADE.find(({ value }) => value === narrowing.external)?.key ?? ANY}
          onChoose={(key) => onChange({ external: MADE.find((one) => one.key === key)?.value ?? null })}
          options={MADE.map(({ key, label }) => ({ key, label }))}
        />
      )}
    </>
  )
}

const MADE = [
  { key: ANY, label: 'Anywhere', value: null },
  { key: 'here', label: 'In Posthorn', value: false },
  { key: 'there', label: 'On the channel itself', value: true },
] as const
