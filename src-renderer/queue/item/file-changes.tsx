import type { MediaChange } from '../../../src-preload/contract/model/media.ts'
import { sayFailure } from '../../words/say-failure.ts'
import { say } from '../../words/say.ts'

/** What is done to the files so that the channel takes them. */
export const FileChanges = ({ changes }: { changes: readonly MediaChange[] }) =>
  changes.length > 0 && (
    <section className="item-section" aria-label={say('item.fitted-files')}>
      <h3>{say('item.fitted-files')}</h3>
      <ul>
        {changes.map(({ mediaId, what, message, told }) => (
          <li key={`${mediaId} ${what} ${message}`}>{sayFailure({ message, next: '', told }).message}</li>
        ))}
      </ul>
    </section>
  )
