import type { ItemStory } from '../../src-preload/contract/methods.ts'
import { formatClock, formatMoment, formatRelative, zoneCity } from '../time/format-time.ts'

type ItemTimesProps = { story: ItemStory; zone: string; now: number }

/** When it was meant to go out, and where it stands now. */
export const ItemTimes = ({ story: { schedule, publishedAt, unpublishedAt, remote, state }, zone, now }: ItemTimesProps) => {
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
          <dt>{links.length > 1 ? `Part ${index + 1}` : 'Link'}</dt>
          <dd>
            {url === null ? (
              <span className="faint">{id}</span>
            ) : (
              <a href={url} target="_blank" rel="noreferrer">
                {url.replace(/^https?:\/\//, '')}
              </a>
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
