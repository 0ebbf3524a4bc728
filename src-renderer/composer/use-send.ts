import { useCallback } from 'react'
import type { Post } from '../../src-preload/contract/model/post.ts'
import type { Desk } from '../shell/desk.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatMomentInText } from '../time/format-time.ts'
import { joinNames } from './join-names.ts'
import { postMode } from './post-mode.ts'
import { useSession } from './use-session.ts'
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
      const reply = await session.submit()
      if (!reply.ok) return
      const sent = reply.value
      desk.habits.rememberAccounts(sent.items.map((item) => item.accountId))
      desk.habits.rememberWelcome()
      tell(desk, sent)
      desk.writeNew()
    },
    [desk, session],
  )
}

/** Publishing at once cannot be taken back; a schedule can, so its notice offers it. */
const tell = (desk: Desk, post: Post): void => {
  const { toasts, route, accounts, settings, follower } = desk
  const first = post.items[0]
  const show = {
    label: 'Show in queue',
    run: () => route.go({ room: 'queue', itemId: first?.id ?? null }),
  }
  const names = joinNames(post.items.map((item) => accounts.account(item.accountId)?.name ?? 'an account'))
  const at = post.items.find((item) => item.state === 'scheduled')?.schedule?.at
  if (at === undefined || Date.parse(at) <= Date.now()) {
    if (settings.state.getState().paused) {
      toasts.tell(`Queued for ${names}. It goes out once you resume.`, [show])
      return
    }
    const dismiss = toasts.tell(`Publishing to ${names}.`, [show])
    follower.follow(post.items, dismiss)
    return
  }
  const moment = formatMomentInText(Date.parse(at), settings.state.getState().zone, Date.now())
  toasts.tell(`Scheduled to ${names} for ${moment}.`, [{ label: 'Undo', run: () => void undo(desk, post) }, show])
}

const undo = async (desk: Desk, post: Post): Promise<void> => {
  for (const item of post.items) {
    if (item.state !== 'scheduled') continue
    if (!desk.settle(await desk.link.bridge.call('items.cancel', { itemId: item.id }))) return
  }
  desk.route.go({ room: 'compose', postId: post.id })
}
