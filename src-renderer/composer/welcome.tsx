import { X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { useStore } from 'zustand'
import { useDesk } from '../shell/desk-context.ts'
import { Button, IconButton } from '../ui/button.tsx'
import { Horn } from '../ui/horn.tsx'
import { ChannelMark } from '../ui/channel-mark.tsx'
import { isBlank } from './draft/draft.ts'
import { useWriting } from './use-session.ts'
import { say, sayRich } from '../words/say.ts'
import './welcome.css'

const inBold = (words: ReactNode) => <strong>{words}</strong>
const unseen = (words: ReactNode) => <span className="unseen">{words}</span>
const asPath = (words: ReactNode) => <span className="path">{words}</span>

/** So many channels are offered at once: the place to write has to be in sight below them. */
const OFFERED = 6

/** The first page a person sees: what is ready, and what can be connected. It goes when they are at home. */
export const Welcome = () => {
  const { accounts, habits, route, pulse } = useDesk()
  const { accounts: known, channels } = useStore(accounts.state)
  const blank = useWriting((s) => isBlank(s.draft))
  const untouched = useStore(pulse.state, (s) => Object.values(s.status?.counts ?? {}).every((count) => count === 0))
  const [gone, setGone] = useState(habits.wasWelcomed())
  if (gone || !untouched || !blank) return null

  const ready = known[0]
  const toConnect = channels.filter((channel) => !known.some((account) => account.channel === channel.key))
  return (
    <section className="welcome" aria-label={say('composer.welcome')}>
      <IconButton
        label={say('composer.welcome-close')}
        className="welcome-close"
        icon={<X size="1rem" />}
        onPress={() => {
          habits.rememberWelcome()
          setGone(true)
        }}
      />
      <Horn size="2.5rem" />
      <div className="welcome-words">
        <h2>{say('composer.welcome-title')}</h2>
        <p className="soft">{say('composer.welcome-words')}</p>
        {ready !== undefined && (
          <p>
            {sayRich('composer.welcome-ready', {
              name: ready.name,
              place: ready.identity,
              strong: inBold,
              path: asPath,
            })}
          </p>
        )}
        <ul className="welcome-channels" aria-label={say('composer.welcome-connect')}>
          <li className="faint" aria-hidden="true">
            {say('composer.welcome-connect')}
          </li>
          {toConnect.slice(0, OFFERED).map((channel) => (
            <li key={channel.key} title={channel.summary}>
              <Button
                size="small"
                icon={<ChannelMark mark={channel.mark} />}
                onPress={() => route.go({ room: 'accounts', connect: channel.key })}
              >
                {sayRich('composer.connect-short', { channel: channel.name, unseen })}
              </Button>
            </li>
          ))}
          {toConnect.length > OFFERED && (
            <li>
              <Button size="small" look="quiet" onPress={() => route.go({ room: 'accounts', connect: 'any' })}>
                {say('composer.welcome-more', { count: toConnect.length - OFFERED })}
              </Button>
            </li>
          )}
        </ul>
      </div>
    </section>
  )
}
