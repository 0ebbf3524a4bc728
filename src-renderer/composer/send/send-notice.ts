import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'
import type { Desk } from '../../shell/desk.ts'
import { formatMomentInText } from '../../time/format-time.ts'
import { say, sayList } from '../../words/say.ts'
import { postMode } from '../draft/post-mode.ts'
import { joinNames } from './join-names.ts'
import { sendDeed } from './send-deed.ts'
import type { WhenChoice } from './when-choice.ts'

/** So close, in milliseconds, that the notice of a schedule may outlast it. */
const SOON = 30_000

/** Says what became of a post that was just handed over. Sending cannot be taken back; a schedule can. */
export const tellSent = (desk: Desk, before: Post | null, sent: Post, chosen: WhenChoice): void => {
  const { toasts, route, settings, follower } = desk
  const { zone, paused } = settings.state.getState()
  const done = new Set(before?.items.filter((item) => item.state === 'published').map((item) => item.id))
  const items = sent.items.filter((item) => !done.has(item.id))
  const names = namesOf(desk, items)
  const show = {
    label: say('composer.show-in-queue'),
    run: () => route.go({ room: 'queue', itemId: items[0]?.id ?? null }),
  }
  const at = soonest(items)
  if (at === null && paused) return void toasts.tell(say('composer.queued-paused', { names }), [show])
  if (at === null) return follower.follow(items, toasts.tell(say('composer.publishing-to', { names }), [show]))

  const takeAway = desk.past.did({
    ...sendDeed(desk, before, sent, chosen),
    says: words(desk, items, { stays: isStill(before, items), moment: formatMomentInText(at, zone, Date.now()) }),
    also: [show],
  })
  // What goes out while this still stands can no longer be undone: how it came out takes its place.
  if (at - Date.now() < SOON) follower.follow(items, takeAway)
}

const namesOf = ({ accounts }: Desk, items: readonly Item[]): string =>
  joinNames(items.map((item) => accounts.account(item.accountId)?.name ?? say('composer.an-account')))

const words = (desk: Desk, items: readonly Item[], { stays, moment }: { stays: boolean; moment: string }): string => {
  const names = namesOf(desk, items)
  const zone = desk.settings.state.getState().zone
  if (stays) return say('composer.saved-still-set', { moment })
  const apart = [...Map.groupBy(items, timeAhead)].toSorted(([a], [b]) => (a ?? 0) - (b ?? 0))
  if (apart.length > 1) {
    const parts = apart.map(([at, some]) =>
      say('composer.scheduled-part', {
        names: namesOf(desk, some),
        moment: at === null ? say('time.now') : formatMomentInText(at, zone, Date.now()),
      }),
    )
    return say('composer.scheduled-apart', { parts: sayList(parts) })
  }
  const waits = items.some((item) => item.state === 'waiting' && item.waiting?.reason === 'quota')
  return say(waits ? 'composer.limit-moves' : 'composer.scheduled-to', { names, moment })
}

/** Whether a post in the queue was changed, but not when any of it goes out. */
const isStill = (before: Post | null, items: readonly Item[]): boolean =>
  before !== null &&
  postMode(before) === 'queued' &&
  items.every((item) => {
    const then = before.items.find((one) => one.id === item.id)
    return then !== undefined && timeAhead(then) === timeAhead(item)
  })

/** When the first of them goes out; null when that is right now. */
const soonest = (items: readonly Item[]): number | null => {
  const times = items.map(timeAhead)
  const ahead = times.filter((at) => at !== null)
  return ahead.length === 0 ? null : Math.min(...ahead)
}

/** When it goes out; null: right now. */
const timeAhead = ({ state, nextAt, schedule }: Item): number | null => {
  if (state !== 'scheduled' && state !== 'waiting') return null
  // What a limit holds goes out later than it was meant to.
  const at = (state === 'waiting' ? nextAt : null) ?? schedule?.at
  return at === undefined || Date.parse(at) <= Date.now() ? null : Date.parse(at)
}
