import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { Copyable } from '../../shell/copyable.tsx'
import { useDesk } from '../../shell/desk-context.ts'
import { formatClock, formatMoment, formatMomentInText, formatRelative, zoneCity } from '../../time/format-time.ts'
import { say } from '../../words/say.ts'
import { isFile, isWebLink } from './item-actions.ts'
import { isCutOff } from './item-words.ts'

/** `file:///home/ada/a%20b.md` as people write paths. */
const pathOf = (url: string): string => {
  if (!isFile(url) || !URL.canParse(url)) return url
  const path = decodeURIComponent(new URL(url).pathname)
  return path.replace(/^\/([A-Za-z]:)/, '$1')
}

type ItemTimesProps = { story: ItemStory; zone: string; now: number }

/** When it was meant to go out, what happens next, and where it stands now. */
export const ItemTimes = ({ story, zone, now }: ItemTimesProps) => {
  const { publishedAt, unpublishedAt, charge, attempts } = story
  const moment = (at: string): string => formatMoment(Date.parse(at), zone, now)
  return (
    <dl className="item-facts">
      <MeantFor story={story} zone={zone} now={now} />
      <Next story={story} zone={zone} now={now} />
      <SlotOf story={story} />
      {charge !== null && charge.credits > 0 && (
        <Fact name={say(charge.standing === 'reserved' ? 'item.will-cost' : 'item.cost')}>
          {say('item.credits', { count: charge.credits })}
        </Fact>
      )}
      {attempts > 1 && <Fact name={say('item.tried')}>{say('item.times', { count: attempts })}</Fact>}
      {publishedAt !== null && <Fact name={say('item.state-published')}>{moment(publishedAt)}</Fact>}
      {unpublishedAt !== null && <Fact name={say('item.taken-down')}>{moment(unpublishedAt)}</Fact>}
      <Links remote={story.remote} />
    </dl>
  )
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
)

const MeantFor = ({ story: { schedule, state }, zone, now }: ItemTimesProps) => {
  if (schedule === null) return null
  const at = Date.parse(schedule.at)
  const elsewhere = formatClock(at, schedule.zone) !== formatClock(at, zone)
  return (
    <Fact name={say(state === 'published' ? 'item.was-set-for' : 'item.set-for')}>
      {formatMoment(at, zone, now)}
      {state === 'scheduled' && <span className="faint"> {formatRelative(at, now)}</span>}
      {elsewhere && (
        <span className="faint">
          {' '}
          {say('item.time-there', { time: formatMoment(at, schedule.zone, now), place: zoneCity(schedule.zone) })}
        </span>
      )}
    </Fact>
  )
}

/** What happens by itself, and when; or that nothing does. */
const Next = ({ story, zone, now }: ItemTimesProps) => {
  const { accounts } = useDesk()
  const { state, nextAt, held, override, schedule } = story
  if (state === 'draft' || state === 'published' || state === 'publishing' || state === 'cancelled') return null
  if (nextAt === null) return <Fact name={say('item.next')}>{say('item.next-you')}</Fact>
  const at = Date.parse(nextAt)
  const time = at > now ? formatMomentInText(at, zone, now) : say('time.now')
  const says = (): string => {
    if (state === 'waiting') return say('item.next-try', { time })
    if (state === 'unconfirmed' || held?.remote != null) return say('item.next-ask', { time })
    if (override.handOver === true && schedule !== null && at < Date.parse(schedule.at)) {
      return say('item.next-hand-over', { time, channel: accounts.channel(story.channel)?.name ?? story.channel })
    }
    const account = accounts.account(story.accountId)
    if (account !== undefined && isCutOff(story, account.connection)) {
      return say('item.next-connect', { account: account.name })
    }
    return say('item.next-send', { time })
  }
  return <Fact name={say('item.next')}>{says()}</Fact>
}

const SlotOf = ({ story: { slot, state } }: { story: ItemStory }) => {
  const plan = useStore(useDesk().slots.state, (s) => s.plans.find((one) => one.id === slot?.planId)?.name)
  if (slot === null || (state !== 'scheduled' && state !== 'waiting')) return null
  return <Fact name={say('item.slot')}>{plan ?? say('item.slot-gone')}</Fact>
}

const Links = ({ remote }: Pick<ItemStory, 'remote'>) => {
  const links = remote === null ? [] : remote.parts.length > 1 ? remote.parts : [remote]
  const nameOf = (url: string | null, index: number): string => {
    if (links.length > 1) return say('item.part', { number: index + 1 })
    return say(isFile(url) ? 'item.file' : 'item.link')
  }
  return links.map(({ id, url }, index) => (
    <Fact key={id} name={nameOf(url, index)}>
      {isWebLink(url) ? (
        <a href={url} target="_blank" rel="noreferrer">
          {url.replace(/^https?:\/\//, '')}
        </a>
      ) : (
        <Copyable text={url === null ? id : pathOf(url)} what={say('item.path')} />
      )}
    </Fact>
  ))
}
