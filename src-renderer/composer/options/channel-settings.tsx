import { ChevronRight } from 'lucide-react'
import { useMemo } from 'react'
import { Button as AriaButton, Disclosure, DisclosurePanel, Heading } from 'react-aria-components'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { useWriting } from '../use-session.ts'
import { summaryOf } from './option-fields.ts'
import { optionErrors, optionSections } from './option-groups.ts'
import { SettingsSection } from './settings-section.tsx'
import { ToCorrect } from './to-correct.tsx'
import { useOpen } from './use-open.ts'
import './options.css'
import { say } from '../../words/say.ts'
import '../../ui/card.css'

/** What each account's channel can be told about this post: one line, until something is set or asked for. */
export const ChannelSettings = () => {
  const { accounts } = useDesk()
  // Not of the whole draft: with every letter all sections would be drawn anew.
  const options = useWriting((s) => s.draft.options)
  const targets = useWriting((s) => s.draft.targets)
  const checks = useWriting((s) => s.checks)
  const known = useStore(accounts.state)
  const sections = useMemo(() => optionSections({ options, targets }, known), [options, targets, known])
  const errors = sections.reduce((sum, { account }) => sum + optionErrors(checks.get(account.id)), 0)
  const set = sections.some((section) => summaryOf(section.fields, section.options).length > 0)
  const [open, setOpen] = useOpen(set || errors > 0)
  if (sections.length === 0) return null
  const alone = sections.length === 1
  return (
    <section className="card options" aria-label={say('composer.settings-each')}>
      <Disclosure isExpanded={open || alone} onExpandedChange={setOpen}>
        {!alone && (
          <div className="options-head">
            <Heading level={2}>
              <AriaButton slot="trigger" className="options-trigger">
                <ChevronRight className="options-arrow" size="1rem" aria-hidden="true" />
                <span>{say('composer.settings-each')}</span>
                <span className="options-faces">
                  {sections.map(({ account, channel }) => (
                    <Avatar
                      key={account.id}
                      name={account.name}
                      accountId={account.id}
                      mark={accounts.markOf(account.id, channel.key)}
                      size="small"
                    />
                  ))}
                </span>
              </AriaButton>
            </Heading>
            {!open && <ToCorrect count={errors} />}
          </div>
        )}
        <DisclosurePanel className="options-each">
          {sections.map((section) => (
            <SettingsSection
              key={section.account.id}
              section={section}
              level={alone ? 2 : 3}
              onOpen={() => setOpen(true)}
            />
          ))}
        </DisclosurePanel>
      </Disclosure>
    </section>
  )
}
