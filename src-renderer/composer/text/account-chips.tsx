import { Plus, TriangleAlert } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { useStore } from 'zustand'
import { usableAccounts } from '../../accounts/accounts-store.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { useSession, useWriting } from '../use-session.ts'

/** Who the post is for. */
export const AccountChips = () => {
  const { accounts: store, route } = useDesk()
  const session = useSession()
  const accounts = useStore(store.state, (s) => s.accounts)
  const items = useWriting((s) => s.post?.items)
  const targets = useWriting((s) => s.draft.targets)
  const chosen = new Set(targets.map((target) => target.accountId))
  const published = new Set(items?.filter((item) => item.state === 'published').map((item) => item.accountId))
  const shown = [
    ...usableAccounts(accounts),
    ...accounts.filter((one) => one.connection === 'disconnected' && chosen.has(one.id)),
  ]
  return (
    <fieldset className="chips" aria-label="Accounts">
      {shown.map((account) => (
        <ToggleButton
          key={account.id}
          className="account-chip"
          aria-label={chipName(account.name, published.has(account.id), account.connection)}
          isSelected={chosen.has(account.id)}
          isDisabled={published.has(account.id)}
          onChange={() => session.change({ kind: 'toggle-account', accountId: account.id })}
        >
          <Avatar name={account.name} mark={store.channel(account.channel)?.mark} size="small" />
          <span className="account-chip-name">{account.name}</span>
          {published.has(account.id) && <span className="faint">published</span>}
          {(account.connection === 'signed-out' || account.connection === 'disconnected') && (
            <TriangleAlert className="account-chip-warning" size="0.875rem" aria-hidden="true" />
          )}
        </ToggleButton>
      ))}
      <Button
        look="quiet"
        size="small"
        icon={<Plus size="0.9375rem" aria-hidden="true" />}
        onPress={() => route.go({ room: 'accounts' })}
      >
        {shown.length === 0 ? 'Connect an account' : 'Account'}
      </Button>
    </fieldset>
  )
}

const chipName = (name: string, published: boolean, connection: string): string =>
  published ? `${name}, published` : connection === 'signed-out' ? `${name}, signed out` : name
