import { Download, Ellipsis, Pencil, PlugZap, RefreshCw, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Account, AccountHealth, Connection } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatRelative } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import type { ChipTone } from '../ui/chip-tone.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { AccountFacts } from './account-facts.tsx'
import { Recommendations } from './recommendations.tsx'
import { useReadBack } from './use-read-back.ts'
import { Menu, type MenuEntry } from '../ui/menu.tsx'
import { ofAccount } from '../words/say-failure.ts'
import { say } from '../words/say.ts'

const TONES: Readonly<Record<Connection, ChipTone>> = {
  valid: 'green',
  expiring: 'amber',
  'signed-out': 'red',
  disconnected: 'grey',
}

type AccountQuestion = 'details' | 'reconnect' | 'disconnect'

type AccountCardProps = { account: Account; health: AccountHealth | null; onAsk: (question: AccountQuestion) => void }

/** One account: who, where, and whether it can publish. */
export const AccountCard = ({ account, health, onAsk }: AccountCardProps) => {
  const { accounts, link, settle, toasts } = useDesk()
  const channel = useStore(accounts.state, () => accounts.channel(account.channel))
  const now = useNow(10_000)
  const [checking, setChecking] = useState(false)
  const { reading, readBack } = useReadBack()
  const off = account.connection === 'signed-out' || account.connection === 'disconnected'

  // Why it cannot publish is told once.
  const advice = (health?.recommendations ?? []).filter((one) => one.message !== account.failure?.message)

  const check = async (): Promise<void> => {
    setChecking(true)
    const reply = await link.bridge.call('accounts.check', { accountId: account.id })
    setChecking(false)
    if (!settle(reply) || !reply.ok) return
    accounts.hear({ kind: 'account-changed', account: reply.value })
    if (reply.value.failure !== null) toasts.fail(ofAccount(reply.value.failure, account.name))
    else if (reply.value.connection === 'valid') toasts.tell(say('accounts.is-connected', { name: account.name }))
  }

  const entries: MenuEntry[] = [
    ...(off
      ? []
      : [{ key: 'check', label: say('accounts.check-now'), icon: <RefreshCw size="1rem" />, run: () => void check() }]),
    { key: 'details', label: say('accounts.edit-details'), icon: <Pencil size="1rem" />, run: () => onAsk('details') },
    ...(off || channel?.can.readBack !== true
      ? []
      : [
          {
            key: 'read',
            label: say('accounts.read-posts'),
            icon: <Download size="1rem" />,
            run: () => void readBack(account),
          },
        ]),
    ...(off
      ? []
      : [
          {
            key: 'reconnect',
            label: say('accounts.reconnect'),
            icon: <PlugZap size="1rem" />,
            run: () => onAsk('reconnect'),
          },
        ]),
    ...(account.connection === 'disconnected'
      ? []
      : [
          {
            key: 'disconnect',
            label: say('accounts.disconnect'),
            icon: <Unplug size="1rem" />,
            danger: true,
            run: () => onAsk('disconnect'),
          },
        ]),
  ]
  return (
    <li className="account-card" aria-label={account.name}>
      <div className="account-top">
        <Avatar
          name={account.name}
          accountId={account.id}
          mark={accounts.markOf(account.id, account.channel)}
          size="large"
        />
        <div className="account-who">
          <h2>{account.name}</h2>
          <p className="faint">{channel?.name ?? account.channel}</p>
        </div>
        <Menu
          label={say('accounts.more-for', { name: account.name })}
          trigger={
            <IconButton label={say('accounts.more-for', { name: account.name })} icon={<Ellipsis size="1.125rem" />} />
          }
          entries={entries}
        />
      </div>
      <p className="account-identity">{account.identity}</p>
      <p className="account-state">
        <Chip tone={TONES[account.connection]}>{say(`accounts.state-${account.connection}`)}</Chip>
        <span className="faint">
          {checking || reading
            ? say(checking ? 'accounts.checking' : 'accounts.reading')
            : account.checkedAt !== null &&
              say(off || account.failure === null ? 'accounts.checked' : 'accounts.not-checked', {
                when: formatRelative(Math.min(Date.parse(account.checkedAt), now - 1000), now),
              })}
        </span>
      </p>
      <AccountFacts account={account} health={health} />
      {account.failure !== null && <FailureNote failure={account.failure} announce={false} />}
      <Recommendations recommendations={advice} />
      {off && (
        <Button look="primary" icon={<PlugZap size="1rem" aria-hidden="true" />} onPress={() => onAsk('reconnect')}>
          {say('accounts.reconnect')}
        </Button>
      )}
    </li>
  )
}
