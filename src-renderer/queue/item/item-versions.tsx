import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { formatMomentInText } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'
import { say } from '../../words/say.ts'

/** How it read before it was edited, latest first. */
export const ItemVersions = ({ story: { versions }, zone }: { story: ItemStory; zone: string }) => {
  const now = useNow(60_000)
  if (versions.length === 0) return null
  return (
    <section className="item-section" aria-label={say('item.earlier-versions')}>
      <h3>{say('item.edited', { count: versions.length })}</h3>
      <ol>
        {versions.toReversed().map(({ text, until, remoteId }) => (
          <li key={`${until} ${remoteId}`}>
            <p className="faint">{say('item.until', { time: formatMomentInText(Date.parse(until), zone, now) })}</p>
            <p className="version-text" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
