import { ArrowLeft, Plus } from 'lucide-react'
import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { useDesk } from '../shell/desk-context.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { useTitle } from '../shell/use-title.ts'
import { ChannelMark } from '../ui/channel-mark.tsx'
import { Button } from '../ui/button.tsx'
import { say, sayRich } from '../words/say.ts'
import { channelMarkdown } from './allowance-markdown.ts'
import { CopyMarkdown } from './copy-markdown.tsx'
import { type Fact, factsOf, optionsOf } from './facts.ts'
import { TypeTable } from './type-table.tsx'
import { useFromTop } from './use-from-top.ts'
import { useOwnLimits } from './use-own-limits.ts'

/** Everything that is known of what one channel takes. */
export const ChannelPage = ({ channel }: { channel: ChannelDescriptor }) => {
  const { accounts: store, route } = useDesk()
  const all = useStore(store.state, (s) => s.accounts)
  const accounts = useMemo(() => all.filter((one) => one.channel === channel.key), [all, channel.key])
  const own = useOwnLimits(channel, accounts)
  const options = optionsOf(channel)
  useTitle(say('channels.allows-one', { channel: channel.name }))
  useFromTop()
  return (
    <>
      <header className="room-head">
        <h1 className="allows-name">
          <ChannelMark mark={channel.mark} />
          <span>{say('channels.allows-one', { channel: channel.name })}</span>
        </h1>
        {accounts.length === 0 && (
          <Button
            icon={<Plus size="1rem" aria-hidden="true" />}
            onPress={() => route.go({ room: 'accounts', connect: channel.key })}
          >
            {say('channels.connect')}
          </Button>
        )}
        <CopyMarkdown write={() => channelMarkdown(channel)} />
      </header>
      <div className="room-body allows-page">
        <p>
          <RouteLink to={{ room: 'channels' }} className="allows-back">
            <ArrowLeft size="1rem" aria-hidden="true" /> {say('channels.back')}
          </RouteLink>
        </p>
        <p className="soft">{channel.summary}</p>
        {channel.allows.perAccount && (
          <div className="allows-own">
            <p>{say('channels.per-account')}</p>
            {own.length > 0 && (
              <ul>
                {own.map((sentence) => (
                  <li key={sentence}>{sentence}</li>
                ))}
              </ul>
            )}
          </div>
        )}
        <div className="allows-groups">
          {factsOf(channel).map(({ title, facts }) => (
            <FactCard key={title} title={title} facts={facts} />
          ))}
        </div>
        <TypeTable channel={channel} />
        {options.length > 0 && <FactCard title={say('channels.options')} facts={options} />}
        <Sources channel={channel} />
      </div>
    </>
  )
}

const FactCard = ({ title, facts }: { title: string; facts: readonly Fact[] }) => (
  <section className="card allows-group" aria-label={title}>
    <h2>{title}</h2>
    <dl className="allows-facts">
      {facts.map(({ name, says }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{says}</dd>
        </div>
      ))}
    </dl>
  </section>
)

const Sources = ({ channel: { allows, fold } }: { channel: ChannelDescriptor }) => (
  <section className="allows-sources" aria-label={say('channels.sources')}>
    <h2>{say('channels.sources-where')}</h2>
    <ul>
      {allows.sources.map((source) => (
        <li key={source}>{source}</li>
      ))}
      {fold !== null && <li>{say('channels.fold-source', { source: fold.source })}</li>}
    </ul>
    <p className="faint">
      {sayRich('channels.read', {
        date: allows.read,
        day,
      })}
    </p>
  </section>
)

const day = (inside: ReactNode) => <time>{inside}</time>
