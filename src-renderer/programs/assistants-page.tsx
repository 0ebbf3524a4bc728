import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { Section } from '../settings/section.tsx'
import { useUpdate } from '../settings/use-update.ts'
import { Copyable } from '../shell/copyable.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { SelectField } from '../ui/select-field.tsx'
import { say, sayRich } from '../words/say.ts'
import { overHttp, overStandardInput } from './assistant-lines.ts'
import './programs.css'

const CHOICES = ['off', 'read', 'draft', 'publish'] as const satisfies readonly Settings['assistants'][]

/** What assistants may do, and how they get here. */
export const AssistantsPage = () => {
  const { settings, pulse } = useDesk()
  const assistants = useStore(settings.state, (s) => s.assistants)
  const status = useStore(pulse.state, (s) => s.status)
  const update = useUpdate()
  return (
    <>
      <Section title={say('programs.permission')}>
        <SelectField
          label={say('programs.may')}
          description={say(`programs.may-${assistants}`)}
          chosen={assistants}
          onChoose={(chosen) => update({ assistants: chosen })}
          options={CHOICES.map((key) => ({ key, label: say(`programs.choice-${key}`) }))}
        />
        <p className="faint">{say('programs.mcp')}</p>
      </Section>
      {assistants !== 'off' && status !== null && (
        <Section title={say('programs.connect-one')}>
          <div className="settings-lines">
            <p>{say('programs.starts-programs')}</p>
            <div className="code-block">
              <Copyable text={overStandardInput(status.home)} what={say('programs.what-lines')} />
            </div>
          </div>
          <div className="settings-lines">
            <p>{say('programs.over-http')}</p>
            {status.http.url === null ? (
              <p className="soft">
                {sayRich('programs.api-first', {
                  api: toApi,
                })}
              </p>
            ) : (
              <>
                <div className="code-block">
                  <Copyable text={overHttp(status.http.url)} what={say('programs.what-lines')} />
                </div>
                <p className="faint">{say('programs.put-key')}</p>
              </>
            )}
          </div>
        </Section>
      )}
    </>
  )
}

const toApi = (inside: ReactNode) => <RouteLink to={{ room: 'settings', page: 'api' }}>{inside}</RouteLink>
