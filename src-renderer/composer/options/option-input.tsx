import { CheckboxField } from '../../ui/checkbox-field.tsx'
import { DayField } from '../../ui/day-field.tsx'
import { ListField } from '../../ui/list-field.tsx'
import { SelectField } from '../../ui/select-field.tsx'
import { TextField } from '../../ui/text-field.tsx'
import type { Options } from '../draft/draft.ts'
import { type OptionField, readNumber, withOption } from './option-fields.ts'
import { say } from '../../words/say.ts'
import { type Sayable, sayFailureInLine } from '../../words/say-failure.ts'

type OptionInputProps = {
  field: OptionField
  value: unknown
  /** Undefined and what is empty: not set. */
  onChange: (value: unknown) => void
  /** What is wrong with it. */
  failure: Sayable | null
}

/** One option of a channel, whatever the channel is. */
export const OptionInput = (props: OptionInputProps) => {
  const { field, failure } = props
  const saidInside = TEXTS.has(field.kind)
  return (
    <div className="option" data-option={field.name}>
      <Input {...props} />
      {failure !== null && !saidInside && <p className="field-failure">{sayFailureInLine(failure)}</p>}
    </div>
  )
}

/** These tell what is wrong themselves. */
const TEXTS: ReadonlySet<OptionField['kind']> = new Set(['line', 'long', 'address', 'number'])

const Input = ({ field, value, onChange, failure }: OptionInputProps) => {
  const label = field.needed ? say('composer.required', { name: field.title }) : field.title
  const about = field.description === '' ? {} : { description: field.description }
  switch (field.kind) {
    case 'line':
    case 'long':
    case 'address':
      return (
        <TextField
          label={label}
          {...about}
          placeholder={field.example}
          isRequired={field.needed}
          inputMode={field.kind === 'address' ? 'url' : 'text'}
          value={asText(value)}
          onChange={onChange}
          failure={failure}
          {...(field.kind === 'long' ? { lines: 3 } : {})}
        />
      )
    case 'number':
      return (
        <TextField
          label={label}
          {...about}
          isRequired={field.needed}
          inputMode="decimal"
          value={asText(value)}
          onChange={(typed) => onChange(readNumber(typed))}
          failure={failure}
        />
      )
    case 'yes-no':
      return (
        <Choice
          {...{ label, about, needed: field.needed, onChange }}
          choices={yesNo()}
          value={value === undefined ? undefined : value === true ? 'yes' : 'no'}
          read={(key) => key === 'yes'}
        />
      )
    case 'choice':
      return (
        <Choice
          {...{ label, about, needed: field.needed, onChange }}
          choices={field.choices}
          value={asText(value)}
          read={(key) => key}
        />
      )
    case 'day':
      return (
        <DayField
          label={label}
          day={/^\d{4}-\d\d-\d\d$/.test(asText(value)) ? asText(value) : null}
          onChange={onChange}
        />
      )
    case 'words':
    case 'numbers':
      return (
        <ListField
          label={label}
          {...about}
          isRequired={field.needed}
          entries={asList(value).map(asText)}
          onChange={(entries) => onChange(field.kind === 'numbers' ? entries.map(readNumber) : entries)}
        />
      )
    case 'picks':
      return <Picks field={field} label={label} picked={asList(value)} onChange={onChange} />
    case 'group':
      return <Group field={field} label={label} values={asOptions(value)} onChange={onChange} />
  }
}

const yesNo = () => [
  { key: 'yes', label: say('composer.yes') },
  { key: 'no', label: say('composer.no') },
]

/** What stands for no choice: no network has an option of this name. */
const UNSET = 'not set'

type ChoiceProps = {
  label: string
  about: { description?: string }
  needed: boolean
  choices: OptionField['choices']
  value: string | undefined
  /** The option that a choice stands for. */
  read: (key: string) => unknown
  onChange: (value: unknown) => void
}

const Choice = ({ label, about, needed, choices, value, read, onChange }: ChoiceProps) => (
  <SelectField
    label={label}
    {...about}
    options={[{ key: UNSET, label: say(needed ? 'composer.choose' : 'composer.not-set') }, ...choices]}
    chosen={choices.find(({ key }) => key === value)?.key ?? UNSET}
    onChoose={(key) => onChange(key === UNSET ? undefined : read(key))}
  />
)

type PicksProps = {
  field: OptionField
  label: string
  picked: readonly unknown[]
  onChange: (value: unknown) => void
}

const Picks = ({ field, label, picked, onChange }: PicksProps) => (
  <fieldset className="option-group">
    <legend>{label}</legend>
    {field.description !== '' && <p className="field-description">{field.description}</p>}
    <div className="option-picks">
      {field.choices.map((choice) => (
        <CheckboxField
          key={choice.key}
          label={choice.label}
          on={picked.includes(choice.key)}
          onChange={(on) =>
            onChange(
              field.choices.map(({ key }) => key).filter((key) => (key === choice.key ? on : picked.includes(key))),
            )
          }
        />
      ))}
    </div>
  </fieldset>
)

type GroupProps = { field: OptionField; label: string; values: Options; onChange: (value: unknown) => void }

/** An option of several parts. What is needed of it is so as soon as any part is said. */
const Group = ({ field, label, values, onChange }: GroupProps) => {
  const begun = Object.keys(values).length > 0
  return (
    <fieldset className="option-group option-parts">
      <legend>{label}</legend>
      {field.description !== '' && <p className="field-description">{field.description}</p>}
      {field.fields.map((part) => (
        <OptionInput
          key={part.name}
          field={{ ...part, needed: part.needed && begun }}
          value={values[part.name]}
          onChange={(value) => onChange(withOption(values, part.name, value))}
          failure={null}
        />
      ))}
    </fieldset>
  )
}

const asText = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : ''

const asList = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

const asOptions = (value: unknown): Options =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Options) : {}
