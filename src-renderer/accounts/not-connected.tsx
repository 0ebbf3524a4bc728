import type { ReactNode } from 'react'
import { useStore } from 'zustand'
import type { AccountHealth } from '../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { useDesk } from '../shell/desk-context.ts'
import { ChannelMark } from '../ui/channel-mark.tsx'
import { Button } from '../ui/button.tsx'
import { say, sayRich } from '../words/say.ts'

type NotConnectedProps = {
  health: readonly AccountHealth[]
  onConnect: (channel: ChannelDescriptor) => void
}

/** Channels that nothing was ever connected on. */
export const NotConnected = ({ health, onConnect }: NotConnectedProps) => {
  const channels = useStore(useDesk().accounts.state, (s) => s.channels)
  const found = channels.filter((channel) => health.some((one) => one.channel === channel.key))
  if (found.length === 0) return null
  return (
    <section className="not-connected" aria-label={say('accounts.not-connected')}>
      <h2>{say('accounts.not-connected')}</h2>
      <ul>
        {found.map((channel) => (
          <li key={channel.key}>
            <ChannelMark mark={channel.mark} />
            <p>
              <strong>{channel.name}</strong> <span className="faint">{channel.summary}</span>
            </p>
            <Button size="small" onPress={() => onConnect(channel)}>
              {sayRich('accounts.connect-unseen', {
                channel: channel.name,
                unseen,
              })}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const unseen = (inside: ReactNode) => <span className="unseen">{inside}</span>
