import { useCallback, useEffect, useState } from 'react'
import { useDesk } from '../shell/desk-context.ts'
import { isBehindDialog, isTyping } from '../shell/keys.ts'
import { useTitle } from '../shell/use-title.ts'
import { ItemPanel } from './item/item-panel.tsx'
import { QuestionDialog } from './item/question-dialog.tsx'
import { QueueHead } from './queue-head.tsx'
import { QueueTabs } from './queue-tabs.tsx'
import { AskContext, type Question } from './item/use-item-act.ts'
import { useQueueFilter } from './use-queue-filter.ts'
import './queue.css'

/** What will go out, what went out, and what got stuck. */
export const QueueRoom = ({ itemId }: { itemId: string | null }) => {
  const { route } = useDesk()
  const [filter, onFilter] = useQueueFilter()
  const [question, setQuestion] = useState<Question | null>(null)
  useTitle('Queue')

  const close = useCallback(() => route.go({ room: 'queue', itemId: null }), [route])
  useEffect(() => {
    if (itemId === null) return
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape' && !event.defaultPrevented && !isBehindDialog() && !isTyping(event.target)) close()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [itemId, close])

  return (
    <AskContext value={setQuestion}>
      <div className="queue" data-panel={itemId !== null || undefined}>
        <section className="queue-side" aria-label="Queue">
          <QueueHead filter={filter} onFilter={onFilter} />
          <QueueTabs openId={itemId} filter={filter} onFilter={onFilter} />
        </section>
        {itemId !== null && <ItemPanel key={itemId} itemId={itemId} onClose={close} />}
      </div>
      {question !== null && <QuestionDialog question={question} onClose={() => setQuestion(null)} />}
    </AskContext>
  )
}
