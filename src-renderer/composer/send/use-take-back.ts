import { useCallback } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { say } from '../../words/say.ts'
import { isQueued } from '../draft/own-times.ts'
import { useSession } from '../use-session.ts'
import { cancelQueued, putBack } from './send-deed.ts'

/** Takes what is queued of the post on show back, so that it can be written on in peace. */
export const useTakeBack = (): (() => Promise<void>) => {
  const desk = useDesk()
  const session = useSession()
  return useCallback(async () => {
    const { link, settle, past } = desk
    const { post } = session.state.getState()
    if (post === null) return
    for (const item of post.items.filter(isQueued)) {
      const reply = await link.bridge.call('items.cancel', { itemId: item.id })
      if (!settle(reply) || !reply.ok) return
      session.hear({ kind: 'item-changed', item: reply.value, text: '' })
    }
    past.did({
      says: say('composer.taken-out'),
      undo: () => putBack(desk, post),
      redo: () => cancelQueued(desk, post),
    })
    await session.save()
  }, [desk, session])
}
