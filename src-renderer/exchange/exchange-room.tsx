import { useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { useTitle } from '../shell/use-title.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { TabList, tabId } from '../ui/tab-list.tsx'
import { say } from '../words/say.ts'
import { ChooseStage } from './choose-stage.tsx'
import { ColumnsStage } from './columns-stage.tsx'
import { ExportSide } from './export-side.tsx'
import { FileStage } from './file-stage.tsx'
import { RowsStage } from './rows-stage.tsx'
import { RunStage } from './run-stage.tsx'
import { StageList } from './stage-list.tsx'
import './exchange.css'

const PANEL = 'exchange-panel'

/** Posts in from files, and out into them. */
export const ExchangeRoom = () => {
  const [side, setSide] = useState<'import' | 'export'>('import')
  useTitle(say('exchange.title'))
  const tabs = (['import', 'export'] as const).map((key) => ({
    key,
    name: say(`exchange.${key}`),
    count: 0,
    urgent: false,
  }))
  return (
    <div className="exchange">
      <header className="room-head">
        <h1>{say('exchange.title')}</h1>
      </header>
      <TabList label={say('exchange.which')} tabs={tabs} chosen={side} onChoose={setSide} panelId={PANEL} />
      <div className="exchange-panel" role="tabpanel" id={PANEL} aria-labelledby={tabId(PANEL, side)}>
        {side === 'import' ? <ImportSide /> : <ExportSide />}
      </div>
    </div>
  )
}

const ImportSide = () => {
  const { exchange } = useDesk()
  const stage = useStore(exchange.state, (s) => s.stage)
  const failure = useStore(exchange.state, (s) => s.failure)
  return (
    <div className="import" data-stage={stage}>
      {stage !== 'choose' && <StageList />}
      {failure !== null && <FailureNote failure={failure} />}
      {stage === 'choose' && <ChooseStage />}
      {stage === 'file' && <FileStage />}
      {stage === 'columns' && <ColumnsStage />}
      {stage === 'rows' && <RowsStage />}
      {stage === 'run' && <RunStage />}
    </div>
  )
}
