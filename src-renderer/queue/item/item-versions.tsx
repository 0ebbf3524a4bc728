import type { ItemStory } from '../../../src-preload/contract/methods.ts'
import { formatMomentInText } from '../../time/format-time.ts'
import { useNow } from '../../time/use-now.ts'

/** How it read before it was edited, latest first. */
export const ItemVersions = ({ story: { versions }, zone }: { story: ItemStory; zone: string }) => {
  const now = useNow(60_000)
  if (versions.length === 0) return null
  return (
    <section className="item-section" aria-label="Earlier versions">
      <h3>{versions.length === 1 ? 'Edited once' : `Edited ${versions.length} times`}</h3>
      <ol>
        {versions.toReversed().map(({ text, until, remoteId }) => (
          <li key={`${until} ${remoteId}`}>
            <p className="faint">Until {formatMomentInText(Date.parse(until), zone, now)}</p>
            <p className="version-text" dir="auto">
              {text}
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
