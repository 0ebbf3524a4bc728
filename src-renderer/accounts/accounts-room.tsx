import { AtSign, Plus } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { useDesk } from '../shell/desk-context.ts'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { ConfirmDialog } from '../ui/confirm-dialog.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { AccountCard } from './account-card.tsx'
import { AccountForm } from './account-form.tsx'
import { ChooseChannel } from './choose-channel.tsx'
import { RenameDialog } from './rename-dialog.tsx'
import './accounts.css'

/** What the person is doing with accounts right now. */
type Doing =
  | { kind: 'choosing' }
  | { kind: 'connecting'; channel: ChannelDescriptor }
  | { kind: 'reconnecting' | 'renaming' | 'disconnecting'; account: Account }

/** Who the person is out there. */
export const AccountsRoom = ({ connect }: { connect: string | null }) => {
  const { accounts: store, route } = useDesk()
  const { accounts, channels } = useStore(store.state)
  const [doing, setDoing] = useState<Doing | null>(null)
  useTitle('Accounts')

  // The address may name a channel to connect, or an account to connect again.
  const asked = doing ?? askedFor(connect, accounts, channels)
  const close = (): void => {
    setDoing(null)
    if (connect !== null) route.replace({ room: 'accounts' })
  }
  const add = (
    <Button
      look="primary"
      icon={<Plus size="1rem" aria-hidden="true" />}
      onPress={() => setDoing({ kind: 'choosing' })}
    >
      Connect an account
    </Button>
  )
  return (
    <>
      <header className="room-head">
        <h1>Accounts</h1>
        {accounts.length > 0 && add}
      </header>
      <div className="room-body">
        {accounts.length === 0 ? (
          <EmptyState icon={<AtSign size="1.625rem" />} title="No accounts yet" actions={add}>
            <p>An account is where your posts go: a profile, a page, a folder.</p>
          </EmptyState>
        ) : (
          <ul className="account-cards" aria-label="Accounts">
            {accounts.map((account) => (
              <AccountCard
                key={account.id}
                account={account}
                onAsk={(question) => setDoing({ kind: QUESTIONS[question], account })}
              />
            ))}
          </ul>
        )}
      </div>
      {asked !== null && <AccountDialog doing={asked} onDoing={setDoing} onClose={close} />}
    </>
  )
}

const QUESTIONS = { rename: 'renaming', reconnect: 'reconnecting', disconnect: 'disconnecting' } as const

const askedFor = (
  connect: string | null,
  accounts: readonly Account[],
  channels: readonly ChannelDescriptor[],
): Doing | null => {
  const account = accounts.find((one) => one.id === connect)
  if (account !== undefined) return { kind: 'reconnecting', account }
  const channel = channels.find((one) => one.key === connect)
  return channel === undefined ? null : { kind: 'connecting', channel }
}

type AccountDialogProps = { doing: Doing; onDoing: (doing: Doing) => void; onClose: () => void }

const AccountDialog = ({ doing, onDoing, onClose }: AccountDialogProps) => {
  const { accounts, link, toasts } = useDesk()
  const { channels } = useStore(accounts.state)
  const done = (account: Account): void => {
    accounts.hear({ kind: 'account-changed', account })
    toasts.tell(`${account.name} is connected.`)
    onClose()
  }
  switch (doing.kind) {
    case 'choosing':
      return (
        <ChooseChannel
          channels={channels}
          onChoose={(channel) => onDoing({ kind: 'connecting', channel })}
          onClose={onClose}
        />
      )
    case 'connecting':
      return <AccountForm channel={doing.channel} account={null} onDone={done} onClose={onClose} />
    case 'reconnecting': {
      const channel = accounts.channel(doing.account.channel)
      if (channel === undefined) return null
      return <AccountForm channel={channel} account={doing.account} onDone={done} onClose={onClose} />
    }
    case 'renaming':
      return <RenameDialog account={doing.account} onClose={onClose} />
    case 'disconnecting':
      return (
        <ConfirmDialog
          title={`Disconnect ${doing.account.name}?`}
          confirm="Disconnect"
          danger
          onClose={onClose}
          onConfirm={async () => {
            const reply = await link.bridge.call('accounts.disconnect', { accountId: doing.account.id })
            if (!reply.ok) return reply.failure
            accounts.hear({ kind: 'account-changed', account: reply.value })
            toasts.tell(`${doing.account.name} is disconnected.`)
            return null
          }}
        >
          <p>Posthorn forgets its password. What is queued for it waits until you connect it again.</p>
        </ConfirmDialog>
      )
  }
}
