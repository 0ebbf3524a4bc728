import { useCallback } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { postMode } from '../draft/post-mode.ts'
import { tellSent } from './send-notice.ts'
import { useSession } from '../use-session.ts'
import type { WhenChoice } from './when-choice.ts'

/** Hands the post over, says so, and leaves a blank page. `when` given: that time, whatever was chosen. */
export const useSend = (): ((when?: WhenChoice) => Promise<void>) => {
  const desk = useDesk()
  const session = useSession()
  return useCallback(
    async (when) => {
      const { sending, post } = session.state.getState()
      const mode = postMode(post)
      if (sending || mode === 'done' || mode === 'sending') return
      if (when !== undefined) session.setWhen(when)
      const chosen = session.state.getState().when
      const reply = await session.submit()
      if (!reply.ok) return
      const sent = reply.value
      desk.habits.rememberAccounts(sent.items.map((item) => item.accountId))
      desk.habits.rememberWelcome()
      tellSent(desk, post, sent, chosen)
      desk.writeNew()
      // Who came from the queue to change something goes back to it.
      if (mode === 'queued') desk.route.go({ room: 'queue', itemId: sent.items[0]?.id ?? null })
    },
    [desk, session],
  )
}
