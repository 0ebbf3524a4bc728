import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { useWriting } from '../use-session.ts'
import { optionSections } from './option-groups.ts'
import { SettingsSection } from './settings-section.tsx'
import './options.css'
import { say } from '../../words/say.ts'
import '../../ui/card.css'

/** What each account's channel can be told about this post. */
export const ChannelSettings = () => {
  const { accounts } = useDesk()
  // Not of the whole draft: with every letter all sections would be drawn anew.
  const options = useWriting((s) => s.draft.options)
  const targets = useWriting((s) => s.draft.targets)
  const known = useStore(accounts.state)
  const sections = useMemo(() => optionSections({ options, targets }, known), [options, targets, known])
  if (sections.length === 0) return null
  return (
    <section className="card options" aria-label={say('composer.settings-each')}>
      {sections.map((section) => (
        <SettingsSection key={section.account.id} section={section} />
      ))}
    </section>
  )
}
