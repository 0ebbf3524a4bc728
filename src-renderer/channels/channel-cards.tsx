import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { ChannelMark } from '../ui/channel-mark.tsx'
import { say } from '../words/say.ts'
import { columnName, COLUMNS } from './allowance-words.ts'

type ChannelCardsProps = { channels: readonly ChannelDescriptor[]; used: ReadonlySet<string> }

/** All channels, one a card, where a table would not fit. */
export const ChannelCards = ({ channels, used }: ChannelCardsProps) => (
  <ul className="allows-cards" aria-label={say('channels.title')}>
    {channels.map((channel) => (
      <li key={channel.key} className="card allows-card">
        <h2 className="allows-name">
          <ChannelMark mark={channel.mark} />
          <RouteLink to={{ room: 'channels', channel: channel.key }}>{channel.name}</RouteLink>
          {used.has(channel.key) && <span className="allows-yours">{say('channels.connected')}</span>}
        </h2>
        <dl className="allows-facts">
          {COLUMNS.map(({ key, of }) => (
            <div key={key}>
              <dt>{columnName(key)}</dt>
              <dd>{of(channel)}</dd>
            </div>
          ))}
        </dl>
      </li>
    ))}
  </ul>
)
