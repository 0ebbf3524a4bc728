import { useCallback } from 'react'
import type { Failure } from '../../../src-preload/contract/failure.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { say } from '../../words/say.ts'
import { backOnPage } from './back-on-page.ts'
import { useSession } from '../use-session.ts'

/** Throws the draft on show away; it can be had back for a while. */
export const useDeleteDraft = (): (() => Promise<void>) => {
  const { link, settle, past, route, writeNew } = useDesk()
  const session = useSession()
  return useCallback(async () => {
    if ((await session.save()) !== null) return
    const { postId } = session.state.getState().draft
    if (postId === null) return
    const remove = async (): Promise<Failure | null> => {
      const reply = await link.bridge.call('posts.delete', { postId })
      return reply.ok ? null : reply.failure
    }
    const restore = async (): Promise<Failure | null> => {
      const reply = await link.bridge.call('posts.restore', { postId })
      return reply.ok ? null : reply.failure
    }
    const show = (): void => route.go({ room: 'compose', postId })
    const failure = await remove()
    if (failure !== null) return void settle({ ok: false, failure })
    past.did({ says: say('composer.draft-deleted'), ...backOnPage({ route }, restore, show), redo: remove })
    writeNew()
  }, [link, settle, past, route, writeNew, session])
}
