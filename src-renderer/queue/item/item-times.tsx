import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { isWebLink } from './item-actions.ts'
import { CopyablePath } from '../../shell/copyable-path.tsx'
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
  story: { schedule, publishedAt, unpublishedAt, remote, state },
  zone,
  now,
}: ItemTimesProps) => {
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
          <dt>{links.length > 1 ? `Part ${index + 1}` : url?.startsWith('file:') === true ? 'File' : 'Link'}</dt>
          <dd>
            {isWebLink(url) ? (
              <a href={url} target="_blank" rel="noreferrer">
                {url.replace(/^https?:\/\//, '')}
              </a>
            ) : (
              <CopyablePath path={url === null ? id : pathOf(url)} />
            )}
          </dd>
        </div>
      ))}
    </dl>
  )
}
