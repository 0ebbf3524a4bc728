import type { Connection } from '../../../src-preload/contract/model/account.ts'
import type { Item, ItemState, WaitingReason } from '../../../src-preload/contract/model/item.ts'
import { formatClock, formatMomentInText, formatRelative } from '../../time/format-time.ts'
import type { ChipTone } from '../../ui/chip-tone.ts'
import { say } from '../../words/say.ts'
import { isByHand } from './by-hand.ts'
import { sayFailure } from '../../words/say-failure.ts'

/** An item's state as a person reads it: a word, and where it is not all well, why and what comes next. */
export type ItemWords = { label: string; tone: ChipTone; cause: string | null }

/** A state by name. */
export const stateName = (state: ItemState): string => say(`item.state-${state}`)

type About = {
  now: number
  zone: string
  channel: string
  account: string
  /** Of the account; left out where it does not matter. */
  connection?: Connection | undefined
}

/** After this long a countdown in seconds says less than the hour. */
const SOON = 3_600_000
/** What is due is begun within this, unless others are in its way. */
const BEGUN_WITHIN = 15_000

export const describeItem = (item: Item, about: About): ItemWords => {
  const label = stateName(item.state)
  switch (item.state) {
    case 'draft':
      return { label, tone: 'grey', cause: null }
    case 'scheduled': {
      const cut = whyCut(item, about)
      return cut === null
        ? { label, tone: 'blue', cause: whereHeld(item, about) ?? whyDue(item, about) ?? shiftOf(item, about) }
        : { label, tone: 'amber', cause: cut }
    }
    case 'waiting':
      return { label, tone: 'amber', cause: whyWaiting(item, about) }
    case 'publishing':
      return { label, tone: 'blue', cause: null }
    case 'published':
      return item.unpublishedAt === null
        ? { label, tone: 'green', cause: item.external ? say('item.made-there', { channel: about.channel }) : null }
        : {
            label: say('item.taken-down'),
            tone: 'grey',
            cause: say('item.down-since', {
              time: formatMomentInText(Date.parse(item.unpublishedAt), about.zone, about.now),
            }),
          }
    case 'failed':
      return { label, tone: 'red', cause: item.failure && sayFailure(item.failure).message }
    case 'unconfirmed':
      return isByHand(item)
        ? { label: say('item.your-turn'), tone: 'blue', cause: say('item.by-hand') }
        : { label, tone: 'violet', cause: whyUnconfirmed(item, about) }
    case 'missed':
      return { label, tone: 'orange', cause: whyMissed(item, about) }
    case 'cancelled':
      return { label, tone: 'grey', cause: null }
  }
}

const whyWaiting = (item: Item, about: About): string => {
  const reason = item.waiting?.reason
  if (reason === undefined) return say('item.soon')
  const why = (reason === 'unreachable' ? whereTo(item) : null) ?? whyFor(reason, about)
  const next = item.nextAt === null ? onceWhat(reason) : comesAgain(reason, Date.parse(item.nextAt), about)
  return say('item.why-and-next', { why, next })
}

/** Whether nobody can send it as its account is now: what the channel has already, it sends by itself. */
export const isCutOff = ({ held }: Pick<Item, 'held'>, connection: Connection | undefined): boolean =>
  held?.remote == null && (connection === 'signed-out' || connection === 'disconnected')

/** What will not go out at its time is said before its time. */
const whyCut = (item: Item, { connection, account }: About): string | null =>
  isCutOff(item, connection)
    ? say('item.why-and-next', {
        why: say(connection === 'disconnected' ? 'item.why-disconnected' : 'item.why-signed-out', { account }),
        next: say('item.held-signed-out'),
      })
    : null

const whyFor = (reason: WaitingReason, { channel, account }: About): string => {
  switch (reason) {
    case 'unreachable':
    case 'rate-limited':
      return say(`item.why-${reason}`, { channel })
    case 'signed-out':
    case 'turn':
      return say(`item.why-${reason}`, { account })
    case 'offline':
    case 'quota':
    case 'paused':
      return say(`item.why-${reason}`)
  }
}

/** What waits without a time of its own waits for the person. */
const onceWhat = (reason: WaitingReason): string =>
  reason === 'signed-out' || reason === 'paused' || reason === 'quota'
    ? say(`item.held-${reason}`)
    : say('item.held-other')

/** The channel's own word for what cannot be reached: it names the server. */
const whereTo = ({ failure }: Item): string | null =>
  failure?.code === 'unreachable' ? sayFailure(failure).message.replace(/( right now)?\.$/, '') : null

const comesAgain = (reason: WaitingReason, at: number, { now, zone }: About): string => {
  const goes = reason === 'turn'
  if (at <= now) return say(goes ? 'item.goes-now' : 'item.tries-now')
  const time = at - now < SOON ? formatRelative(at, now) : formatMomentInText(at, zone, now)
  return say(goes ? 'item.goes' : 'item.tries', { time })
}

const whyUnconfirmed = (item: Item, { now }: About): string =>
  item.nextAt === null
    ? say('item.unconfirmed-look')
    : say('item.unconfirmed-asks', { time: formatRelative(Math.max(Date.parse(item.nextAt), now), now) })

const whyMissed = (item: Item, { now, zone }: About): string =>
  item.schedule === null
    ? say('item.missed')
    : say('item.missed-at', { time: formatMomentInText(Date.parse(item.schedule.at), zone, now) })

/** Who publishes it, where that is not Posthorn; and what stands in the way of it. */
const whereHeld = ({ held, failure, override }: Item, { channel }: About): string | null => {
  if (held?.remote != null) {
    return failure === null
      ? say('item.handed', { channel })
      : say('item.handed-trouble', { channel, trouble: sayFailure(failure).message })
  }
  if (override.handOver !== true || failure === null) return null
  return say('item.not-handed', { channel, trouble: sayFailure(failure).message })
}

/** Its server is busy with others. */
const whyDue = ({ schedule }: Item, { now }: About): string | null =>
  schedule !== null && Date.parse(schedule.at) < now - BEGUN_WITHIN ? say('item.due-now') : null

const shiftOf = ({ schedule }: Item, { zone }: About): string | null => {
  if (schedule?.shift == null) return null
  return schedule.shift === 'gap'
    ? say('item.gap', { wall: schedule.wall.slice(11, 16), time: formatClock(Date.parse(schedule.at), zone) })
    : say('item.overlap')
}
