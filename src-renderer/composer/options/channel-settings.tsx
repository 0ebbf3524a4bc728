import { useMemo } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { useWriting } from '../use-session.ts'
import { optionSections } from './option-groups.ts'
import { SettingsSection } from './settings-section.tsx'
import './options.css'
import { say } from '../../words/say.ts'

/** What each account's channel can be told about this post. */
export const ChannelSettings = () => {
  const { accounts } = useDesk()
  const draft = useWriting((s) => s.draft)
  const known = useStore(accounts.state)
  const sections = useMemo(() => optionSections(draft, known), [draft, known])
  if (sections.length === 0) return null
  return (
    <section className="card options" aria-label={say('composer.settings-each')}>
      {sections.map((section) => (
        <SettingsSection key={section.account.id} section={section} />
      ))}
    </section>
  )
}
