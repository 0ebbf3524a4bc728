import { ChevronRight, RotateCcw, TriangleAlert } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import type { Problem } from '../../../src-preload/contract/model/post.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { SwitchField } from '../../ui/switch-field.tsx'
import { type Options, optionsIn, type OptionsPlace } from '../draft/draft.ts'
import { useSession, useWriting } from '../use-session.ts'
import { summaryOf, withOption } from './option-fields.ts'
import { OptionInput } from './option-input.tsx'
import { optionErrors, optionProblems, type OptionSection, sayInPlace, sayText } from './option-groups.ts'
import { ToCorrect } from './to-correct.tsx'
import { useOpen } from './use-open.ts'
import { say } from '../../words/say.ts'
import { inOwnWords } from '../../words/say-failure.ts'
import '../text/problems-list.css'

const NONE: readonly Problem[] = []

type SectionProps = {
  section: OptionSection
  /** Of its heading. */
  level: number
  /** It has been opened, or is asked for: what it lies in must not hide it. */
  onOpen: () => void
}

/** What one account's channel can be told: folded away until something is set or missing. */
export const SettingsSection = ({ section, level, onOpen }: SectionProps) => {
  const { account, channel, fields, options, place } = section
  const { accounts } = useDesk()
  const check = useWriting((s) => s.checks.get(account.id))
  const problems = check === undefined ? NONE : optionProblems(check)
  const set = summaryOf(fields, options)
  const errors = optionErrors(check)
  const [open, setOpen] = useOpen(place !== null && (set.length > 0 || errors > 0))
  const fold = (opened: boolean): void => {
    setOpen(opened)
    if (opened) onOpen()
  }
  const box = useAsked(section, () => fold(true))
  return (
    <Disclosure className="options-section" isExpanded={open} onExpandedChange={fold} ref={box}>
      <div className="options-head">
        <Heading level={level}>
          <AriaButton slot="trigger" className="options-trigger">
            <ChevronRight className="options-arrow" size="1rem" aria-hidden="true" />
            <Avatar
              name={account.name}
              accountId={account.id}
              mark={accounts.markOf(account.id, channel.key)}
              size="small"
            />
            <span>{say('composer.settings-for', { name: account.name })}</span>
          </AriaButton>
        </Heading>
        <ToCorrect count={errors} />
        {set.length > 0 && (
          <ul className="options-set" aria-label={say('composer.set-for', { name: account.name })}>
            {set.map(({ name, says }) => (
              <li key={name}>
                <Chip tone="blue">{says}</Chip>
              </li>
            ))}
          </ul>
        )}
      </div>
      <DisclosurePanel className="options-panel">
        {open && <SectionBody section={section} problems={problems} />}
      </DisclosurePanel>
    </Disclosure>
  )
}

/** Opens it and puts the keys where they are asked for, when someone asks for this account's settings. */
const useAsked = ({ account, sameAs }: OptionSection, open: () => void) => {
  const session = useSession()
  const asked = useWriting((s) => s.asked)
  const box = useRef<HTMLDivElement>(null)
  const answered = useRef(asked)
  useEffect(() => {
    if (asked === answered.current) return
    answered.current = asked
    if (asked?.accountId !== account.id) return
    if (sameAs !== null) return session.showOptions(sameAs.id, asked.option)
    open()
    requestAnimationFrame(() => {
      const within = box.current
      const named = asked.option === null ? null : within?.querySelector(`[data-option="${CSS.escape(asked.option)}"]`)
      const place = named ?? within
      const field = place?.querySelector<HTMLElement>('input, textarea') ?? place?.querySelector<HTMLElement>('button')
      field?.focus()
      field?.scrollIntoView({ block: 'center' })
    })
  })
  return box
}

type BodyProps = { section: OptionSection; problems: readonly Problem[] }

const SectionBody = ({ section, problems }: BodyProps) => {
  const { account, channel, fields, place, sameAs, options } = section
  const elsewhere = problems.filter(({ option }) => fields.every(({ name }) => name !== option))
  return (
    <>
      <WhoseSettings section={section} />
      {elsewhere.length > 0 && (
        <ul className="problems" aria-label={say('composer.settings-problems', { name: account.name })}>
          {elsewhere.map((problem) => (
            <li key={problem.message} className={`problem problem-${problem.severity}`}>
              <TriangleAlert size="1rem" aria-hidden="true" />
              <p>
                <strong>{sayText(problem).message}</strong> {sayText(problem).next}
              </p>
            </li>
          ))}
        </ul>
      )}
      {place === null ? (
        <p className="soft">{say('composer.same-as', { name: sameAs?.name ?? channel.name })}</p>
      ) : (
        <Fields section={section} place={place} problems={problems} />
      )}
      {place !== null && Object.keys(options).length > 0 && <ResetButton section={section} place={place} />}
    </>
  )
}

/** With several accounts of a channel: whether this one goes its own way. */
const WhoseSettings = ({ section: { account, channel, choice, own } }: { section: OptionSection }) => {
  const session = useSession()
  const { toasts } = useDesk()
  if (!choice) return null
  const place: OptionsPlace = { kind: 'account', accountId: account.id }
  const turn = (on: boolean): void => {
    const before = optionsIn(session.state.getState().draft, place)
    session.change({ kind: 'options', place, options: on ? {} : null })
    if (on || before === null || Object.keys(before).length === 0) return
    toasts.tell(say('composer.settings-shared-again', { name: account.name, channel: channel.name }), [
      { label: say('common.undo'), run: () => session.change({ kind: 'options', place, options: before }) },
    ])
  }
  return <SwitchField label={say('composer.differently', { name: account.name })} on={own} onChange={turn} />
}

type FieldsProps = { section: OptionSection; place: OptionsPlace; problems: readonly Problem[] }

const Fields = ({ section: { fields, options }, place, problems }: FieldsProps) => {
  const session = useSession()
  const set = (name: string, value: unknown): void => {
    const here = optionsIn(session.state.getState().draft, place) ?? {}
    session.change({ kind: 'options', place, options: withOption(here, name, value) })
  }
  return (
    <div className="options-fields">
      {fields.map((field) => {
        const problem = problems.find(({ option }) => option === field.name)
        return (
          <OptionInput
            key={field.name}
            field={field}
            value={options[field.name]}
            onChange={(value) => set(field.name, value)}
            failure={
              problem === undefined ? null : inOwnWords({ message: sayInPlace(problem), next: sayText(problem).next })
            }
          />
        )
      })}
    </div>
  )
}

/** Everything back to how it is without a word, and that can be undone. */
const ResetButton = ({ section: { account }, place }: { section: OptionSection; place: OptionsPlace }) => {
  const session = useSession()
  const { toasts } = useDesk()
  const put = (options: Options): void => session.change({ kind: 'options', place, options })
  const reset = (): void => {
    const before = optionsIn(session.state.getState().draft, place) ?? {}
    put({})
    toasts.tell(say('composer.settings-cleared', { name: account.name }), [
      { label: say('common.undo'), run: () => put(before) },
    ])
  }
  return (
    <div>
      <Button look="quiet" size="small" icon={<RotateCcw size="0.875rem" aria-hidden="true" />} onPress={reset}>
        {say('composer.reset-default')}
      </Button>
    </div>
  )
}
