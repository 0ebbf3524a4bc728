import { useStore } from 'zustand'
import type { Settings } from '../../src-preload/contract/model/settings.ts'
import { Section } from '../settings/section.tsx'
import { useUpdate } from '../settings/use-update.ts'
import { Copyable } from '../shell/copyable.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { SelectField } from '../ui/select-field.tsx'
import { overHttp, overStandardInput } from './assistant-lines.ts'
import './programs.css'

const MAY: Readonly<Record<Settings['assistants'], string>> = {
  off: 'Assistants are turned away.',
  read: 'They see your posts, accounts and limits, and change nothing.',
  draft: 'They see everything and write drafts. Nothing goes out before you send it.',
  publish: 'They may publish and schedule in your name, without asking you first.',
}

/** What assistants may do, and how they get here. */
export const AssistantsPage = () => {
  const { settings, pulse, route } = useDesk()
  const assistants = useStore(settings.state, (s) => s.assistants)
  const status = useStore(pulse.state, (s) => s.status)
  const update = useUpdate()
  return (
    <>
      <Section title="Permission">
        <SelectField
          label="Assistants may"
          description={MAY[assistants]}
          chosen={assistants}
          onChoose={(chosen) => update({ assistants: chosen })}
          options={[
            { key: 'off', label: 'Do nothing' },
            { key: 'read', label: 'Look' },
            { key: 'draft', label: 'Look, and write drafts' },
            { key: 'publish', label: 'Look, write and publish' },
          ]}
        />
        <p className="faint">Assistants that speak the Model Context Protocol (MCP) can work with Posthorn.</p>
      </Section>
      {assistants !== 'off' && status !== null && (
        <Section title="Connect one">
          <div className="settings-lines">
            <p>An assistant that starts programs: paste this into its settings.</p>
            <div className="code-block">
              <Copyable text={overStandardInput(status.home)} what="lines" />
            </div>
          </div>
          <div className="settings-lines">
            <p>An assistant that connects over HTTP:</p>
            {status.http.url === null ? (
              <p className="soft">
                Switch the HTTP API on first, under{' '}
                <a
                  href="#/settings/api"
                  onClick={(event) => {
                    event.preventDefault()
                    route.replace({ room: 'settings', page: 'api' })
                  }}
                >
                  HTTP API
                </a>
                .
              </p>
            ) : (
              <>
                <div className="code-block">
                  <Copyable text={overHttp(status.http.url)} what="lines" />
                </div>
                <p className="faint">Put a key in the place of YOUR_KEY; keys are made under HTTP API.</p>
              </>
            )}
          </div>
        </Section>
      )}
    </>
  )
}
