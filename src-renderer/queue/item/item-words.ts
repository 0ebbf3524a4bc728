import type { Item, ItemState, WaitingReason } from '../../../src-preload/contract/model/item.ts'
import type { ChipTone } from '../../ui/chip-tone.ts'
import { isByHand } from './by-hand.ts'
import { formatClock, formatMomentInText, formatRelative } from '../../time/format-time.ts'

/** An item's state as a person reads it: a word, and where it is not all well, why and what comes next. */
export type ItemWords = { label: string; tone: ChipTone; cause: string | null }

/** Every state by name. */
export const STATE_NAMES: Readonly<Record<ItemState, string>> = {
  draft: 'Draft',
  scheduled: 'Scheduled',
  waiting: 'Waiting',
  publishing: 'Publishing',
  published: 'Published',
  failed: 'Failed',
  unconfirmed: 'Unconfirmed',
  missed: 'Missed',
  cancelled: 'Cancelled',
}

/** What a person has to do themselves. */
const YOUR_TURN = 'Your turn'

type About = { now: number; zone: string; channel: string; account: string }

/** After this long a countdown in seconds says less than the hour. */
const SOON = 3_600_000

export const describeItem = (item: Item, about: About): ItemWords => {
  switch (item.state) {
    case 'draft':
      return { label: STATE_NAMES.draft, tone: 'grey', cause: null }
    case 'scheduled':
      return { label: STATE_NAMES.scheduled, tone: 'blue', cause: whereHeld(item, about) ?? shiftOf(item, about) }
    case 'waiting':
      return { label: STATE_NAMES.waiting, tone: 'amber', cause: whyWaiting(item, about) }
    case 'publishing':
      return { label: STATE_NAMES.publishing, tone: 'blue', cause: null }
    case 'published':
      return item.unpublishedAt === null
        ? {
            label: STATE_NAMES.published,
            tone: 'green',
            cause: item.external ? `Made on ${about.channel} itself` : null,
          }
        : {
            label: 'Taken down',
            tone: 'grey',
            cause: `since ${formatMomentInText(Date.parse(item.unpublishedAt), about.zone, about.now)}`,
          }
    case 'failed':
      return { label: STATE_NAMES.failed, tone: 'red', cause: item.failure?.message ?? null }
    case 'unconfirmed':
      if (isByHand(item))
        return { label: YOUR_TURN, tone: 'blue', cause: 'It lies ready. Post it, then mark it as posted' }
      return { label: STATE_NAMES.unconfirmed, tone: 'violet', cause: whyUnconfirmed(item, about) }
    case 'missed':
      return { label: STATE_NAMES.missed, tone: 'orange', cause: whyMissed(item, about) }
    case 'cancelled':
      return { label: STATE_NAMES.cancelled, tone: 'grey', cause: null }
  }
}

const REASONS: Readonly<Record<WaitingReason, (about: About) => string>> = {
  offline: () => 'This computer is offline',
  unreachable: ({ channel }) => `${channel} can’t be reached`,
  'rate-limited': ({ channel }) => `${channel} asks for a pause`,
  quota: () => 'A limit is used up',
  'signed-out': ({ account }) => `${account} is signed out`,
  paused: () => 'Posthorn is paused',
  turn: ({ account }) => `Late posts to ${account} go out one after the other`,
}

const HELD: Readonly<Partial<Record<WaitingReason, string>>> = {
  'signed-out': 'goes out once it is connected again',
  paused: 'goes out once you resume',
  quota: 'goes out once you raise the limit',
}

const whyWaiting = (item: Item, about: About): string => {
  const reason = item.waiting?.reason
  if (reason === undefined) return 'It goes out soon'
  const next = item.nextAt === null ? HELD[reason] : comesAgain(item, Date.parse(item.nextAt), about)
  const why = reason === 'unreachable' ? (whereTo(item) ?? REASONS.unreachable(about)) : REASONS[reason](about)
  return next === undefined ? why : `${why} · ${next}`
}

/** The channel's own word for what cannot be reached: it names the server. */
const whereTo = ({ failure }: Item): string | null =>
  failure?.code === 'unreachable' ? failure.message.replace(/( right now)?\.$/, '') : null

const comesAgain = (item: Item, at: number, about: About): string =>
  item.waiting?.reason === 'turn' ? triesAgain(at, about).replace('tries again', 'goes out') : triesAgain(at, about)

const triesAgain = (at: number, { now, zone }: About): string => {
  if (at <= now) return 'tries again now'
  return at - now < SOON ? `tries again ${formatRelative(at, now)}` : `tries again ${formatMomentInText(at, zone, now)}`
}

const whyUnconfirmed = (item: Item, { now }: About): string => {
  const what = 'It was sent, but no answer came'
  if (item.nextAt === null) return `${what}. Look whether it is there`
  return `${what} · asks again ${formatRelative(Math.max(Date.parse(item.nextAt), now), now)}`
}

const whyMissed = (item: Item, { now, zone }: About): string =>
  item.schedule === null
    ? 'Its time passed while Posthorn was not running'
    : `Its time (${formatMomentInText(Date.parse(item.schedule.at), zone, now)}) passed while Posthorn was not running`

/** Who publishes it, where that is not Posthorn; and what stands in the way of it. */
const whereHeld = (item: Item, { channel }: About): string | null => {
  if (item.held?.remote != null) {
    return item.failure === null
      ? `Handed to ${channel}, which publishes it even with this computer off`
      : `Handed to ${channel} · ${item.failure.message}`
  }
  if (item.override.handOver !== true || item.failure === null) return null
  return `Not handed to ${channel} yet · ${item.failure.message}`
}

const shiftOf = (item: Item, { zone }: About): string | null => {
  if (item.schedule?.shift == null) return null
  return item.schedule.shift === 'gap'
    ? `Clocks go forward: ${item.schedule.wall.slice(11, 16)} became ${formatClock(Date.parse(item.schedule.at), zone)}`
    : 'Clocks go back: the first of the two hours is taken'
}
