import { Ellipsis, Pencil, PlugZap, RefreshCw, Unplug } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Account, Connection } from '../../src-preload/contract/model/account.ts'
import { useDesk } from '../shell/desk-context.ts'
import { formatRelative } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Avatar } from '../ui/avatar.tsx'
import { Button, IconButton } from '../ui/button.tsx'
import { Chip } from '../ui/chip.tsx'
import type { ChipTone } from '../ui/chip-tone.ts'
import { FailureNote } from '../ui/failure-note.tsx'
import { Menu, type MenuEntry } from '../ui/menu.tsx'

const STATES: Readonly<Record<Connection, { label: string; tone: ChipTone }>> = {
  valid: { label: 'Connected', tone: 'green' },
  expiring: { label: 'Expires soon', tone: 'amber' },
  'signed-out': { label: 'Signed out', tone: 'red' },
  disconnected: { label: 'Disconnected', tone: 'grey' },
}

type AccountQuestion = 'rename' | 'reconnect' | 'disconnect'

type AccountCardProps = { account: Account; onAsk: (question: AccountQuestion) => void }

/** One account: who, where, and whether it can publish. */
export const AccountCard = ({ account, onAsk }: AccountCardProps) => {
  const { accounts, link, settle, toasts } = useDesk()
  const channel = useStore(accounts.state, () => accounts.channel(account.channel))
  const now = useNow(10_000)
  const [checking, setChecking] = useState(false)
  const { label, tone } = STATES[account.connection]
  const off = account.connection === 'signed-out' || account.connection === 'disconnected'

  const check = async (): Promise<void> => {
    setChecking(true)
    const reply = await link.bridge.call('accounts.check', { accountId: account.id })
    setChecking(false)
    if (!settle(reply) || !reply.ok) return
    accounts.hear({ kind: 'account-changed', account: reply.value })
    if (reply.value.connection === 'valid' && reply.value.failure === null) toasts.tell(`${account.name} is connected.`)
  }

  const entries: MenuEntry[] = [
    ...(off ? [] : [{ key: 'check', label: 'Check now', icon: <RefreshCw size="1rem" />, run: () => void check() }]),
    { key: 'rename', label: 'Rename', icon: <Pencil size="1rem" />, run: () => onAsk('rename') },
    ...(off
      ? []
      : [{ key: 'reconnect', label: 'Reconnect', icon: <PlugZap size="1rem" />, run: () => onAsk('reconnect') }]),
    ...(account.connection === 'disconnected'
      ? []
      : [
          {
            key: 'disconnect',
            label: 'Disconnect',
            icon: <Unplug size="1rem" />,
            danger: true,
            run: () => onAsk('disconnect'),
          },
        ]),
  ]
  return (
    <li className="account-card" aria-label={account.name}>
      <div className="account-top">
        <Avatar name={account.name} mark={channel?.mark} size="large" />
        <div className="account-who">
          <h2>{account.name}</h2>
          <p className="faint">{channel?.name ?? account.channel}</p>
        </div>
        <Menu
          label={`More for ${account.name}`}
          trigger={<IconButton label={`More for ${account.name}`} icon={<Ellipsis size="1.125rem" />} />}
          entries={entries}
        />
      </div>
      <p className="account-identity">{account.identity}</p>
      <p className="account-state">
        <Chip tone={tone}>{label}</Chip>
        <span className="faint">
          {checking
            ? 'Checking…'
            : account.checkedAt !== null &&
              `Checked ${formatRelative(Math.min(Date.parse(account.checkedAt), now - 1000), now)}`}
        </span>
      </p>
      {account.failure !== null && <FailureNote failure={account.failure} announce={false} />}
      {off && (
        <Button look="primary" icon={<PlugZap size="1rem" aria-hidden="true" />} onPress={() => onAsk('reconnect')}>
          Reconnect
        </Button>
      )}
    </li>
  )
}
