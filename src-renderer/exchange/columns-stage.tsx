import { useStore } from 'zustand'
import type { ImportField } from '../../src-preload/contract/model/exchange.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { CheckboxField } from '../ui/checkbox-field.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { say, sayList } from '../words/say.ts'
import { fieldName, FIELDS } from './exchange-words.ts'
import { StageBody } from './stage-body.tsx'
import { StageFoot } from './stage-list.tsx'
import './columns-stage.css'

/** Which column is what, and what happens where a row says nothing. */
export const ColumnsStage = () => {
  const { exchange } = useDesk()
  const { source, choices } = useStore(exchange.state)
  if (source === null) return null
  const left = source.columns.filter((_, at) => (choices.mapping[at] ?? null) === null)
  return (
    <StageBody titleId="columns-title">
      <div>
        <h2 id="columns-title">{say('exchange.columns-title')}</h2>
        <output className="soft">
          {left.length === 0
            ? say('exchange.columns-all')
            : say('exchange.columns-left', {
                count: left.length,
                names: sayList(left.map(({ name }) => say('exchange.column-named', { name }))),
              })}
        </output>
      </div>
      <ul className="mapping">
        {source.columns.map(({ name, sample }, at) => (
          <li key={name} data-left={(choices.mapping[at] ?? null) === null || undefined}>
            <div className="mapping-column">
              <bdi className="mapping-name">{name}</bdi>
              <span className="mapping-sample faint" dir="auto">
                {sample.join(' · ')}
              </span>
            </div>
            <FieldChoice
              column={name}
              field={choices.mapping[at] ?? null}
              onChoose={(field) =>
                exchange.choose({
                  mapping: source.columns.map((_, one) => (one === at ? field : (choices.mapping[one] ?? null))),
                })
              }
            />
          </li>
        ))}
      </ul>
      <Defaults />
      <StageFoot back="file">
        <Button look="primary" onPress={() => exchange.go('rows')}>
          {say('exchange.on-to-rows')}
        </Button>
      </StageFoot>
    </StageBody>
  )
}

type FieldChoiceProps = { column: string; field: ImportField | null; onChoose: (field: ImportField | null) => void }

const FieldChoice = ({ column, field, onChoose }: FieldChoiceProps) => (
  <SelectField<ImportField | 'none'>
    label={say('exchange.column-is', { column })}
    hideLabel
    options={[
      ...FIELDS.map((key) => ({ key, label: fieldName(key) })),
      { key: 'none', label: say('exchange.leave-out') },
    ]}
    chosen={field ?? 'none'}
    onChoose={(key) => onChoose(key === 'none' ? null : key)}
  />
)

const Defaults = () => {
  const { exchange, accounts, slots } = useDesk()
  const choices = useStore(exchange.state, (s) => s.choices)
  const known = useStore(accounts.state, (s) => s.accounts)
  const plans = useStore(slots.state, (s) => s.plans)
  const usable = known.filter(({ connection }) => connection !== 'disconnected')
  const toggle = (id: string, on: boolean): void =>
    exchange.choose({ accountIds: on ? [...choices.accountIds, id] : choices.accountIds.filter((one) => one !== id) })
  return (
    <div className="form exchange-form">
      <fieldset className="exchange-accounts">
        <legend>{say('exchange.default-accounts')}</legend>
        {usable.map(({ id, name }) => (
          <CheckboxField key={id} label={name} on={choices.accountIds.includes(id)} onChange={(on) => toggle(id, on)} />
        ))}
        {usable.length === 0 && <p className="faint">{say('exchange.no-accounts')}</p>}
      </fieldset>
      <SelectField
        label={say('exchange.timed')}
        options={(['schedule', 'draft'] as const).map((key) => ({ key, label: say(`exchange.timed-${key}`) }))}
        chosen={choices.timed}
        onChoose={(timed) => exchange.choose({ timed })}
      />
      <SelectField
        label={say('exchange.untimed')}
        options={[
          { key: 'draft', label: say('exchange.untimed-draft') },
          ...(plans.length > 0 ? [{ key: 'slot' as const, label: say('exchange.untimed-slot') }] : []),
        ]}
        chosen={choices.untimed}
        onChoose={(untimed) => exchange.choose({ untimed: untimed === 'slot' ? 'slot' : 'draft' })}
      />
    </div>
  )
}
