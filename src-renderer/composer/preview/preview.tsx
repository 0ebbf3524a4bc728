import { Eye } from 'lucide-react'
import { type RefObject, useEffect, useRef } from 'react'
import { isBlank } from '../draft/draft.ts'
import { useWriting } from '../use-session.ts'
import { PreviewCard } from './preview-card.tsx'
import './preview.css'
import { say } from '../../words/say.ts'

/** How the post will stand at each account: side by side, and one below the other where there is room for one alone. */
export const Preview = () => {
  const targets = useWriting((s) => s.draft.targets)
  const blank = useWriting((s) => isBlank(s.draft))
  const list = useRef<HTMLUListElement>(null)
  useWrittenForInView(list)
  return (
    <section className="composer-preview" aria-label={say('composer.preview')}>
      <h2 className="preview-title">{say('composer.preview')}</h2>
      {blank || targets.length === 0 ? (
        <div className="preview-empty">
          <Eye size="1.25rem" aria-hidden="true" />
          <p>{targets.length === 0 ? say('composer.preview-choose') : say('composer.preview-write')}</p>
        </div>
      ) : (
        <ul className="preview-cards" aria-label={say('composer.previews')} ref={list}>
          {targets.map(({ accountId }) => (
            <li key={accountId} data-account={accountId}>
              <PreviewCard accountId={accountId} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Who is written for is who is looked at. */
const useWrittenForInView = (list: RefObject<HTMLUListElement | null>): void => {
  const accountId = useWriting((s) => (s.scope.kind === 'account' ? s.scope.accountId : null))
  useEffect(() => {
    if (accountId === null) return
    list.current?.querySelector(`[data-account="${CSS.escape(accountId)}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [list, accountId])
}
