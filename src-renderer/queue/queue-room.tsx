import { type CSSProperties, useCallback, useState } from 'react'
import { useCommand } from '../commands/use-command.ts'
import { useDesk } from '../shell/desk-context.ts'
import { useIsWide } from '../shell/use-is-wide.ts'
import { useTitle } from '../shell/use-title.ts'
import { say } from '../words/say.ts'
import { ItemPanel } from './item/item-panel.tsx'
import { PanelEdge, usePanelWidth } from './item/panel-edge.tsx'
import { QuestionDialog } from './item/question-dialog.tsx'
import { QueueHead } from './queue-head.tsx'
import { QueueTabs } from './queue-tabs.tsx'
import { AskContext, type Question } from './item/use-item-act.ts'
import { useQueueAddress } from './use-queue-filter.ts'
import './queue.css'
import './order.css'

/**
 * With less room, in rem, a row has its time under its face and its buttons under its words. Not a container query: it
 * has the styles of all rows reckoned again whenever one comes or goes.
 */
const IN_ONE_LINE = 44

/** What will go out, what went out, and what got stuck. */
export const QueueRoom = ({ itemId }: { itemId: string | null }) => {
  const { queue, route } = useDesk()
  useQueueAddress()
  const [question, setQuestion] = useState<Question | null>(null)
  useTitle(say('queue.title'))

  const close = useCallback(() => {
    route.replace({ room: 'queue', itemId: null, filter: queue.state.getState().filter })
    // The keys go back to where they came from.
    requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-item="${itemId}"]`)?.focus())
  }, [route, queue, itemId])
  useCommand('queue.close', close, itemId !== null)
  const panel = usePanelWidth()
  const [side, isWide] = useIsWide<HTMLElement>(IN_ONE_LINE)

  return (
    <AskContext value={setQuestion}>
      <div
        className="queue"
        data-panel={itemId !== null || undefined}
        style={{ '--panel-width': `${panel.width}rem` } as CSSProperties}
      >
        <section className="queue-side" ref={side} data-narrow={!isWide || undefined} aria-label={say('queue.title')}>
          <QueueHead />
          <QueueTabs openId={itemId} />
        </section>
        {itemId !== null && (
          <>
            <PanelEdge {...panel} />
            <ItemPanel key={itemId} itemId={itemId} onClose={close} />
          </>
        )}
      </div>
      {question !== null && <QuestionDialog question={question} onClose={() => setQuestion(null)} />}
    </AskContext>
  )
}
