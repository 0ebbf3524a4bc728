import { Eye } from 'lucide-react'
import { useId, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { useIsWide } from '../../shell/use-is-wide.ts'
import { tabId, TabList } from '../../ui/tab-list.tsx'
import { isBlank } from '../draft/draft.ts'
import { useWriting } from '../use-session.ts'
import { PreviewCard } from './preview-card.tsx'
import './preview.css'
import { say } from '../../words/say.ts'

/** Two cards stand side by side from here on, in rem. */
const TWO_CARDS = 33.5

/** How the post will stand at each account: side by side, or one at a time where there is room for one alone. */
export const Preview = () => {
  const targets = useWriting((s) => s.draft.targets)
  const blank = useWriting((s) => isBlank(s.draft))
  const [place, isWide] = useIsWide<HTMLElement>(TWO_CARDS)
  return (
    <section className="composer-preview" aria-label={say('composer.preview')} ref={place}>
      <h2 className="preview-title">{say('composer.preview')}</h2>
      {blank || targets.length === 0 ? (
        <div className="preview-empty">
          <Eye size="1.25rem" aria-hidden="true" />
          <p>{targets.length === 0 ? say('composer.preview-choose') : say('composer.preview-write')}</p>
        </div>
      ) : targets.length === 1 || isWide ? (
        <Cards accountIds={targets.map((one) => one.accountId)} />
      ) : (
        <OneAtATime accountIds={targets.map((one) => one.accountId)} />
      )}
    </section>
  )
}

const Cards = ({ accountIds }: { accountIds: readonly string[] }) => (
  <ul className="preview-cards" aria-label={say('composer.previews')}>
    {accountIds.map((accountId) => (
      <li key={accountId}>
        <PreviewCard accountId={accountId} />
      </li>
    ))}
  </ul>
)

const OneAtATime = ({ accountIds }: { accountIds: readonly string[] }) => {
  const { accounts } = useDesk()
  useStore(accounts.state)
  const scope = useWriting((s) => s.scope)
  const checks = useWriting((s) => s.checks)
  const panelId = useId()
  const [wanted, setWanted] = useState<string | null>(null)
  const [known, setKnown] = useState(scope)
  // Who is written for is who is looked at.
  if (known !== scope) {
    setKnown(scope)
    if (scope.kind === 'account') setWanted(scope.accountId)
  }
  const chosen = accountIds.find((id) => id === wanted) ?? accountIds[0] ?? ''
  return (
    <>
      <TabList
        label={say('composer.preview-accounts')}
        panelId={panelId}
        chosen={chosen}
        onChoose={setWanted}
        tabs={accountIds.map((id) => ({
          key: id,
          name: accounts.account(id)?.name ?? '',
          count: checks.get(id)?.problems.filter(({ severity }) => severity === 'error').length ?? 0,
          urgent: true,
        }))}
      />
      <div role="tabpanel" id={panelId} aria-labelledby={tabId(panelId, chosen)}>
        <Cards accountIds={[chosen]} />
      </div>
    </>
  )
}
