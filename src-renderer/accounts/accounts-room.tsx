import { AtSign, Plus } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Account } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { say } from '../words/say.ts'
import { AccountDialog, type Doing } from './account-dialog.tsx'
import { AccountCard } from './account-card.tsx'
import { NotConnected } from './not-connected.tsx'
import { useHealth } from './use-health.ts'
import './accounts.css'

type AccountsRoomProps = { connect: string | null; details: string | null }

/** Who the person is out there. */
export const AccountsRoom = ({ connect, details }: AccountsRoomProps) => {
  const { accounts: store, route } = useDesk()
  const { accounts, channels } = useStore(store.state)
  const [doing, setDoing] = useState<Doing | null>(null)
  const health = useHealth()
  useTitle(say('accounts.title'))

  // The address may name a channel to connect, or an account to connect again or to look at.
  const asked = doing ?? detailsOf(details, accounts) ?? askedFor(connect, accounts, channels)
  const close = (): void => {
    setDoing(null)
    if (connect !== null || details !== null) route.replace({ room: 'accounts' })
  }
  const add = (
    <Button
      look="primary"
      icon={<Plus size="1rem" aria-hidden="true" />}
      onPress={() => setDoing({ kind: 'choosing' })}
    >
      {say('accounts.connect-account')}
    </Button>
  )
  return (
    <>
      <header className="room-head">
        <h1>{say('accounts.title')}</h1>
        <RouteLink to={{ room: 'channels' }}>{say('accounts.channels')}</RouteLink>
        {accounts.length > 0 && add}
      </header>
      <div className="room-body">
        {accounts.length === 0 ? (
          <EmptyState icon={<AtSign size="1.625rem" />} title={say('accounts.none')} actions={add}>
            <p>{say('accounts.none-how')}</p>
          </EmptyState>
        ) : (
          <ul className="account-cards" aria-label={say('accounts.title')}>
            {accounts.map((account) => (
              <AccountCard
                key={account.id}
                account={account}
                health={health.find((one) => one.accountId === account.id) ?? null}
                onAsk={(question) => setDoing({ kind: QUESTIONS[question], account })}
              />
            ))}
          </ul>
        )}
        <NotConnected
          health={health.filter((one) => one.connection === 'never')}
          onConnect={(channel) => setDoing({ kind: 'connecting', channel })}
        />
      </div>
      {asked !== null && <AccountDialog doing={asked} onDoing={setDoing} onClose={close} />}
    </>
  )
}

const QUESTIONS = { details: 'detailing', reconnect: 'reconnecting', disconnect: 'disconnecting' } as const

const detailsOf = (details: string | null, accounts: readonly Account[]): Doing | null => {
  const account = accounts.find((one) => one.id === details)
  return account === undefined ? null : { kind: 'detailing', account }
}

const askedFor = (
  connect: string | null,
  accounts: readonly Account[],
  channels: readonly ChannelDescriptor[],
): Doing | null => {
  if (connect === 'any') return { kind: 'choosing' }
  const account = accounts.find((one) => one.id === connect)
  if (account !== undefined) return { kind: 'reconnecting', account }
  const channel = channels.find((one) => one.key === connect)
  return channel === undefined ? null : { kind: 'connecting', channel }
}
