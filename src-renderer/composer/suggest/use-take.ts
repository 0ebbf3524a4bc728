import { useCallback } from 'react'
import { useDesk } from '../../shell/desk-context.ts'
import { EVERYONE, mediaOf, type Scope, textOf } from '../draft/draft.ts'
import { useSession } from '../use-session.ts'
import type { Proposal } from './proposal.ts'
import { say } from '../../words/say.ts'

/** Takes a proposal over into the post; what stood there can be had back. */
export const useTake = (): ((proposal: Proposal, scope?: Scope) => void) => {
  const { toasts } = useDesk()
  const session = useSession()
  return useCallback(
    ({ text, media }, asked) => {
      const { draft, scope: shown } = session.state.getState()
      const scope = asked ?? (draft.targets.length === 1 ? EVERYONE : shown)
      const before = textOf(draft, scope)
      const had = new Set(mediaOf(draft, scope).map((one) => one.mediaId))
      const added = media.filter((one) => !had.has(one.mediaId))
      session.change({ kind: 'text', scope, text })
      for (const { mediaId, alt } of added) {
        session.change({ kind: 'add-media', scope, mediaId })
        session.change({ kind: 'alt', scope, mediaId, alt })
      }
      session.setScope(scope)
      const undo = (): void => {
        session.change({ kind: 'text', scope, text: before })
        for (const { mediaId } of added) session.change({ kind: 'remove-media', scope, mediaId })
      }
      toasts.tell(say('composer.suggestion-taken'), [{ label: say('common.undo'), run: undo }])
    },
    [toasts, session],
  )
}
