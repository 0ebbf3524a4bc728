import { useCallback } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { useSession } from '../use-session.ts'

/** Throws the draft on show away; it can be had back for a while. */
export const useDeleteDraft = (): (() => Promise<void>) => {
  const { link, settle, toasts, route, writeNew } = useDesk()
  const session = useSession()
  return useCallback(async () => {
    if ((await session.save()) !== null) return
    const { postId } = session.state.getState().draft
    if (postId === null) return
    if (!settle(await link.bridge.call('posts.delete', { postId }))) return
    const restore = async (): Promise<void> => {
      if (settle(await link.bridge.call('posts.restore', { postId }))) route.go({ room: 'compose', postId })
    }
    toasts.tell('Draft deleted.', [{ label: 'Undo', run: () => void restore() }])
    writeNew()
  }, [link, settle, toasts, route, writeNew, session])
}
