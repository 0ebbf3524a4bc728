import { useCallback } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { useSession } from '../use-session.ts'

/** Takes what is queued of the post on show back, so that it can be written on in peace. */
export const useTakeBack = (): (() => Promise<void>) => {
  const { link, settle, toasts } = useDesk()
  const session = useSession()
  return useCallback(async () => {
    const queued = session.state
      .getState()
      .post?.items.filter((item) => item.state === 'scheduled' || item.state === 'waiting')
    for (const item of queued ?? []) {
      const reply = await link.bridge.call('items.cancel', { itemId: item.id })
      if (!settle(reply) || !reply.ok) return
      session.hear({ kind: 'item-changed', item: reply.value, text: '' })
    }
    toasts.tell('Taken out of the queue. It is saved here.')
    await session.save()
  }, [link, settle, toasts, session])
}
