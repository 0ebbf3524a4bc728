import { Plus, TriangleAlert } from 'lucide-react'
import { ToggleButton } from 'react-aria-components'
import { useStore } from 'zustand'
import { usableAccounts } from '../../accounts/accounts-store.ts'
import { useDesk } from '../../shell/desk-context.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import type { Account } from '../../../src-preload/contract/model/account.ts'
import { useNow } from '../../time/use-now.ts'
import { say } from '../../words/say.ts'
import { timeLabel } from '../send/when-label.ts'
import { useSession, useWriting } from '../use-session.ts'
import './account-chips.css'

/** Who the post is for. */
export const AccountChips = () => {
  const { accounts: store, route, settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
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
  /** Of those that do not go out with the others. */
  const moment = (accountId: string): string | null => {
    const time = targets.find((one) => one.accountId === accountId)?.override.time
    return time === undefined ? null : timeLabel(time, { zone, now })
  }
  return (
    <fieldset className="chips" aria-label={say('composer.accounts')}>
      {shown.map((account) => (
        <ToggleButton
          key={account.id}
          className="account-chip"
          aria-label={chipName(account, published.has(account.id), moment(account.id))}
          isSelected={chosen.has(account.id)}
          isDisabled={published.has(account.id)}
          onChange={() => session.change({ kind: 'toggle-account', accountId: account.id })}
        >
          <Avatar
            name={account.name}
            accountId={account.id}
            mark={store.markOf(account.id, account.channel)}
            size="small"
          />
          <span className="account-chip-name">{account.name}</span>
          {published.has(account.id) && <span className="faint">{say('composer.chip-published')}</span>}
          {moment(account.id) !== null && <span className="account-chip-time">{moment(account.id)}</span>}
          {(account.connection === 'signed-out' || account.connection === 'disconnected') && (
            <TriangleAlert className="account-chip-warning" size="0.875rem" aria-hidden="true" />
          )}
        </ToggleButton>
      ))}
      <Button
        look="quiet"
        size="small"
        icon={<Plus size="0.9375rem" aria-hidden="true" />}
        aria-label={say(shown.length === 0 ? 'composer.connect-account' : 'composer.connect-another')}
        onPress={() => route.go({ room: 'accounts' })}
      >
        {shown.length === 0 ? say('composer.connect-account') : say('composer.account')}
      </Button>
    </fieldset>
  )
}

const chipName = ({ name, connection }: Account, published: boolean, moment: string | null): string => {
  if (published) return say('composer.chip-named-published', { name })
  const said = moment === null ? name : say('composer.own-time', { name, moment })
  return connection === 'signed-out' ? say('composer.chip-signed-out', { name: said }) : said
}
