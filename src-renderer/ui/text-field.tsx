import { Eye, EyeOff } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import {
  FieldError,
  Input,
  Label,
  Text,
  TextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { say } from '../words/say.ts'
import { IconButton } from './button.tsx'
import { focusFirst } from './focus-first.ts'
import { type Sayable, sayFailureInLine } from '../words/say-failure.ts'
import './field.css'

type TextFieldProps = Omit<AriaTextFieldProps, 'children' | 'className' | 'style'> & {
  label: string
  description?: string
  placeholder?: string
  /** What is wrong with what stands in it. */
  failure?: Sayable | null
  lines?: number
  /** Has the focus as soon as it is there. */
  first?: boolean
  /** Stands to the right of the field. */
  beside?: ReactNode
}

/** A name that was put in beforehand is written over. */
const selectFirst = (element: HTMLInputElement | null): void => {
  focusFirst(element)
  element?.select()
}

export const TextField = ({
  label,
  description,
  placeholder,
  failure,
  lines,
  first = false,
  beside,
  ...props
}: TextFieldProps) => {
  const [shown, setShown] = useState(false)
  const secret = props.type === 'password'
  const type = secret && shown ? 'text' : (props.type ?? 'text')
  return (
    <AriaTextField {...props} type={type} isInvalid={failure != null} validationBehavior="aria" className="field">
      <Label>{label}</Label>
      <div className="field-row">
        {lines === undefined ? (
          <Input
            {...(first ? { ref: selectFirst } : {})}
            {...(placeholder === undefined ? {} : { placeholder })}
            spellCheck={false}
            autoCapitalize="none"
          />
        ) : (
          <TextArea
            rows={lines}
            {...(first ? { ref: focusFirst } : {})}
            {...(placeholder === undefined ? {} : { placeholder })}
          />
        )}
        {secret && (
          <IconButton
            label={say(shown ? 'common.hide-typed' : 'common.show-typed')}
            icon={shown ? <EyeOff size="1rem" /> : <Eye size="1rem" />}
            onPress={() => setShown(!shown)}
          />
        )}
        {beside}
      </div>
      {description !== undefined && (
        <Text slot="description" className="field-description">
          {description}
        </Text>
      )}
      <FieldError className="field-failure">{failure && sayFailureInLine(failure)}</FieldError>
    </AriaTextField>
  )
}
