import { useId } from 'react'
import { LimitsPage } from '../limits/limits-page.tsx'
import { ApiPage } from '../programs/api-page.tsx'
import { AssistantsPage } from '../programs/assistants-page.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { useTitle } from '../shell/use-title.ts'
import { tabId, TabList } from '../ui/tab-list.tsx'
import { WebhooksPage } from '../webhooks/webhooks-page.tsx'
import { say } from '../words/say.ts'
import { DataPage } from './data-page.tsx'
import { GeneralPage } from './general-page.tsx'
import { KeyboardPage } from './keyboard-page.tsx'
import { RelayPage } from './relay-page.tsx'
import { SETTINGS_PAGES, type SettingsPage, settingsPageName } from './settings-page.ts'
import { WritingPage } from './writing-page.tsx'
import './settings.css'

/** What holds for the whole app, page by page. */
export const SettingsRoom = ({ page }: { page: SettingsPage }) => {
  const { route } = useDesk()
  const panelId = useId()
  useTitle(page === 'general' ? say('settings.title') : say('settings.page-title', { page: settingsPageName(page) }))
  return (
    <>
      <header className="room-head settings-head">
        <h1>{say('settings.title')}</h1>
      </header>
      <TabList
        label={say('settings.pages')}
        panelId={panelId}
        chosen={page}
        onChoose={(key) => route.replace({ room: 'settings', page: key })}
        tabs={SETTINGS_PAGES.map((key) => ({ key, name: settingsPageName(key), count: 0, urgent: false }))}
      />
      <div className="room-body settings" role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, page)}>
        <PageFor page={page} />
      </div>
    </>
  )
}

const PageFor = ({ page }: { page: SettingsPage }) => {
  switch (page) {
    case 'general':
      return <GeneralPage />
    case 'keyboard':
      return <KeyboardPage />
    case 'limits':
      return <LimitsPage />
    case 'writing':
      return <WritingPage />
    case 'relay':
      return <RelayPage />
    case 'api':
      return <ApiPage />
    case 'webhooks':
      return <WebhooksPage />
    case 'assistants':
      return <AssistantsPage />
    case 'data':
      return <DataPage />
  }
}
