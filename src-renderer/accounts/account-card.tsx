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

const STATES: Readonly<Record<Connection, { label: string; tone: ChipTone }>> = {
  valid: { label: 'Connected', tone: 'green' },
  expiring: { label: 'Expires soon', tone: 'amber' },
  'signed-out': { label: 'Signed out', tone: 'red' },
  disconnected: { label: 'Disconnected', tone: 'grey' },
}

const BUSY = { checking: 'Checking…', reading: 'Reading its posts…' }

type AccountQuestion = 'details' | 'reconnect' | 'disconnect'

type AccountCardProps = { account: Account; health: AccountHealth | null; onAsk: (question: AccountQuestion) => void }

/** One account: who, where, and whether it can publish. */
export const AccountCard = ({ account, health, onAsk }: AccountCardProps) => {
  const { accounts, link, settle, toasts } = useDesk()
  const channel = useStore(accounts.state, () => accounts.channel(account.channel))
  const now = useNow(10_000)
  const [checking, setChecking] = useState(false)
  const { reading, readBack } = useReadBack()
  const { label, tone } = STATES[account.connection]
  const off = account.connection === 'signed-out' || account.connection === 'disconnected'

  // Why it cannot publish is told once.
  const advice = (health?.recommendations ?? []).filter((one) => one.message !== account.failure?.message)

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
    { key: 'details', label: 'Edit details', icon: <Pencil size="1rem" />, run: () => onAsk('details') },
    ...(off || channel?.can.readBack !== true
      ? []
      : [
          {
            key: 'read',
            label: 'Read posts made there',
            icon: <Download size="1rem" />,
            run: () => void readBack(account),
          },
        ]),
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
          {checking || reading
            ? BUSY[checking ? 'checking' : 'reading']
            : account.checkedAt !== null &&
              `Checked ${formatRelative(Math.min(Date.parse(account.checkedAt), now - 1000), now)}`}
        </span>
      </p>
      <AccountFacts account={account} health={health} />
      {account.failure !== null && <FailureNote failure={account.failure} announce={false} />}
      <Recommendations recommendations={advice} />
      {off && (
        <Button look="primary" icon={<PlugZap size="1rem" aria-hidden="true" />} onPress={() => onAsk('reconnect')}>
          Reconnect
        </Button>
      )}
    </li>
  )
}
