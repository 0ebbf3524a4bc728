import { Eye } from 'lucide-react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { isBlank } from '../draft/draft.ts'
import { PreviewCard } from './preview-card.tsx'
import { useWriting } from '../use-session.ts'

/** How the post will stand at each account. */
export const Preview = () => {
  const { accounts } = useDesk()
  const targets = useWriting((s) => s.draft.targets)
  const blank = useWriting((s) => isBlank(s.draft))
  useStore(accounts.state)
  return (
    <section className="composer-preview" aria-label="Preview">
      <h2 className="preview-title">Preview</h2>
      {blank || targets.length === 0 ? (
        <div className="preview-empty">
          <Eye size="1.25rem" aria-hidden="true" />
          <p>
            {targets.length === 0
              ? 'Choose an account to see how the post will look there.'
              : 'As you write, you see here how the post will look at each account.'}
          </p>
        </div>
      ) : (
        targets.map(({ accountId }) => <PreviewCard key={accountId} accountId={accountId} />)
      )}
    </section>
  )
}
