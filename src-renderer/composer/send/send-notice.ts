import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import type { Desk } from '../../shell/desk.ts'
import { formatMomentInText } from '../../time/format-time.ts'
import { joinNames } from './join-names.ts'
import { postMode } from '../draft/post-mode.ts'

/** So close, in milliseconds, that the notice of a schedule may outlast it. */
const SOON = 30_000

/** Says what became of a post that was just handed over. Sending cannot be taken back; a schedule can. */
export const tellSent = (desk: Desk, before: Post | null, sent: Post): void => {
  const { toasts, route, accounts, settings, follower } = desk
  const { zone, paused } = settings.state.getState()
  const done = new Set(before?.items.filter((item) => item.state === 'published').map((item) => item.id))
  const items = sent.items.filter((item) => !done.has(item.id))
  const names = joinNames(items.map((item) => accounts.account(item.accountId)?.name ?? 'an account'))
  const show = {
    label: 'Show in queue',
    run: () => route.go({ room: 'queue', itemId: items[0]?.id ?? null }),
  }
  const at = timeAhead(items)
  if (at === null && paused) return void toasts.tell(`Queued for ${names}. It goes out once you resume.`, [show])
  if (at === null) return follower.follow(items, toasts.tell(`Publishing to ${names}.`, [show]))

  const moment = formatMomentInText(at, zone, Date.now())
  if (postMode(before) === 'queued' && timeAhead(before?.items ?? []) === at) {
    return void toasts.tell(`Saved. It is still set for ${moment}.`, [show])
  }
  const waits = items.some((item) => item.state === 'waiting' && item.waiting?.reason === 'quota')
  const takeAway = toasts.tell(
    waits ? `${names}: a limit is used up, so it goes out ${moment}.` : `Scheduled to ${names} for ${moment}.`,
    [{ label: 'Undo', run: () => void undo(desk, sent) }, show],
  )
  // What goes out while this still stands can no longer be undone: how it came out takes its place.
  if (at - Date.now() < SOON) follower.follow(items, takeAway)
}

/** When the first of them goes out; null when that is right now. */
const timeAhead = (items: readonly Item[]): number | null => {
  const item = items.find(({ state }) => state === 'scheduled' || state === 'waiting')
  // What a limit holds goes out later than it was meant to.
  const at = (item?.state === 'waiting' ? item.nextAt : null) ?? item?.schedule?.at
  return at === undefined || Date.parse(at) <= Date.now() ? null : Date.parse(at)
}

const undo = async (desk: Desk, post: Post): Promise<void> => {
  for (const item of post.items) {
    if (item.state !== 'scheduled' && item.state !== 'waiting') continue
    if (!desk.settle(await desk.link.bridge.call('items.cancel', { itemId: item.id }))) return
  }
  desk.route.go({ room: 'compose', postId: post.id })
}
