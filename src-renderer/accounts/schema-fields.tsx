import { FolderOpen } from 'lucide-react'
import type { Failure } from '../../src-preload/contract/failure.ts'
import { useDesk } from '../shell/desk-context.ts'
import { Button } from '../ui/button.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { SwitchField } from '../ui/switch-field.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import type { FormValues, SchemaField } from './schema-form.ts'

/** How many lines show of a text that has some. */
const LINES = 5

type SchemaFieldsProps = {
  fields: readonly SchemaField[]
  values: FormValues
  onChange: (name: string, value: string | boolean) => void
  /** What is wrong with one of them. */
  failure: { field: string; words: Pick<Failure, 'message' | 'next'> } | null
}

/** A channel's settings as fields, whatever the channel is. */
export const SchemaFields = ({ fields, values, onChange, failure }: SchemaFieldsProps) =>
  fields.map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={values[field.name] ?? ''}
      onChange={(value) => onChange(field.name, value)}
      failure={failure?.field === `settings.${field.name}` ? failure.words : null}
    />
  ))

type OneFieldProps = {
  field: SchemaField
  value: string | boolean
  onChange: (value: string | boolean) => void
  failure: Pick<Failure, 'message' | 'next'> | null
}

const OneField = ({ field, value, onChange, failure }: OneFieldProps) => {
  const { link } = useDesk()
  const about = field.description === '' ? {} : { description: field.description }
  if (field.kind === 'switch') return <SwitchField label={field.title} on={value === true} onChange={onChange} />
  if (field.kind === 'choice') {
    return (
      <SelectField label={field.title} {...about} options={field.options} chosen={String(value)} onChoose={onChange} />
    )
  }
  const { desktop } = link.bridge
  const choose = async (): Promise<void> => {
    const folder = await desktop?.chooseFolder()
    if (folder != null) onChange(folder)
  }
  return (
    <TextField
      label={field.title}
      {...about}
      placeholder={field.example}
      isRequired={field.required}
      inputMode={field.kind === 'number' ? 'decimal' : field.kind === 'address' ? 'url' : 'text'}
      value={String(value)}
      onChange={onChange}
      failure={failure}
      {...(field.kind === 'lines' ? { lines: LINES } : {})}
      beside={
        field.kind === 'folder' && desktop !== null ? (
          <Button icon={<FolderOpen size="1rem" aria-hidden="true" />} onPress={() => void choose()}>
            {say('accounts.choose-folder')}
          </Button>
        ) : undefined
      }
    />
  )
}
