import { Undo2 } from 'lucide-react'
import { useStore } from 'zustand'
import { useDesk } from '../../shell/desk-context.ts'
import { Button } from '../../ui/button.tsx'
import { Segments } from '../../ui/segments.tsx'
import { say } from '../../words/say.ts'
import { differs, EVERYONE } from '../draft/draft.ts'
import { useSession, useWriting } from '../use-session.ts'
import './scope-tabs.css'

const EVERYONE_KEY = 'everyone'

/** Which text is on the page, once any account has one of its own. */
export const ScopeTabs = () => {
  const { accounts } = useDesk()
  const session = useSession()
  const draft = useWriting((s) => s.draft)
  const scope = useWriting((s) => s.scope)
  useStore(accounts.state)
  const own = draft.targets
    .map((target) => target.accountId)
    .filter((id) => differs(draft, id) || (scope.kind === 'account' && scope.accountId === id))
  if (own.length === 0) return null

  const nameOf = (id: string): string => accounts.account(id)?.name ?? say('composer.unknown-account')
  return (
    <div className="scope">
      <Segments
        label={say('composer.text-for')}
        chosen={scope.kind === 'everyone' ? EVERYONE_KEY : scope.accountId}
        onChoose={(key) => session.setScope(key === EVERYONE_KEY ? EVERYONE : { kind: 'account', accountId: key })}
        options={[
          {
            key: EVERYONE_KEY,
            label: own.length === draft.targets.length ? say('composer.shared-text') : say('composer.everyone-else'),
          },
          ...own.map((id) => ({ key: id, label: nameOf(id) })),
        ]}
      />
      {scope.kind === 'account' && (
        <div className="scope-note">
          {differs(draft, scope.accountId) ? (
            <>
              <span>{say('composer.own-version', { name: nameOf(scope.accountId) })}</span>
              <Button
                look="quiet"
                size="small"
                icon={<Undo2 size="0.875rem" />}
                onPress={() => {
                  session.change({ kind: 'reset-override', accountId: scope.accountId })
                  session.setScope(EVERYONE)
                }}
              >
                {say('composer.use-shared')}
              </Button>
            </>
          ) : (
            <span>{say('composer.only-for', { name: nameOf(scope.accountId) })}</span>
          )}
        </div>
      )}
    </div>
  )
}
