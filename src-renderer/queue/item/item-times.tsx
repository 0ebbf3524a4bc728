import { useStore } from 'zustand'
import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { isWebLink } from './item-actions.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Copyable } from '../../shell/copyable.tsx'
import { formatClock, formatMoment, formatRelative, zoneCity } from '../../time/format-time.ts'

/** `file:///home/ada/a%20b.md` as people write paths. */
const pathOf = (url: string): string => {
  if (!url.startsWith('file:') || !URL.canParse(url)) return url
  const path = decodeURIComponent(new URL(url).pathname)
  return path.replace(/^\/([A-Za-z]:)/, '$1')
}

type ItemTimesProps = { story: ItemStory; zone: string; now: number }

/** When it was meant to go out, and where it stands now. */
export const ItemTimes = ({
  story: { schedule, publishedAt, unpublishedAt, remote, state, slot, charge },
  zone,
  now,
}: ItemTimesProps) => {
  const plan = useStore(useDesk().slots.state, (s) => s.plans.find((one) => one.id === slot?.planId)?.name)
  const at = schedule === null ? null : Date.parse(schedule.at)
  const elsewhere = schedule !== null && at !== null && formatClock(at, schedule.zone) !== formatClock(at, zone)
  const links = remote === null ? [] : remote.parts.length > 1 ? remote.parts : [remote]
  return (
    <dl className="item-facts">
      {schedule !== null && at !== null && (
        <div>
          <dt>{state === 'published' ? 'Was set for' : 'Set for'}</dt>
          <dd>
            {formatMoment(at, zone, now)}
            {state === 'scheduled' && <span className="faint"> {formatRelative(at, now)}</span>}
            {elsewhere && (
              <span className="faint">
                {' '}
                {formatMoment(at, schedule.zone, now)} in {zoneCity(schedule.zone)}
              </span>
            )}
          </dd>
        </div>
      )}
      {slot !== null && (state === 'scheduled' || state === 'waiting') && (
        <div>
          <dt>Slot</dt>
          <dd>{plan ?? 'Of a plan that is gone'}</dd>
        </div>
      )}
      {charge !== null && charge.credits > 0 && (
        <div>
          <dt>{charge.standing === 'reserved' ? 'Will cost' : 'Cost'}</dt>
          <dd>{charge.credits === 1 ? '1 credit' : `${charge.credits.toLocaleString('en')} credits`}</dd>
        </div>
      )}
      {publishedAt !== null && (
        <div>
          <dt>Published</dt>
          <dd>{formatMoment(Date.parse(publishedAt), zone, now)}</dd>
        </div>
      )}
      {unpublishedAt !== null && (
        <div>
          <dt>Taken down</dt>
          <dd>{formatMoment(Date.parse(unpublishedAt), zone, now)}</dd>
        </div>
      )}
      {links.map(({ id, url }, index) => (
        <div key={id}>
          <dt>{links.length > 1 ? `Part ${index + 1}` : url?.startsWith('file:') === true ? 'File' : 'Link'}</dt>
          <dd>
            {isWebLink(url) ? (
              <a href={url} target="_blank" rel="noreferrer">
                {url.replace(/^https?:\/\//, '')}
              </a>
            ) : (
              <Copyable text={url === null ? id : pathOf(url)} what="path" />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
