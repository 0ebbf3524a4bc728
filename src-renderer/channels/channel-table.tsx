import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { RouteLink } from '../shell/route-link.tsx'
import { ChannelMark } from '../ui/channel-mark.tsx'
import { say } from '../words/say.ts'
import { columnName, COLUMNS, saysNo } from './allowance-words.ts'

type ChannelTableProps = {
  channels: readonly ChannelDescriptor[]
  /** Keys of those that there is an account of. */
  used: ReadonlySet<string>
}

/** All channels, one a row. */
export const ChannelTable = ({ channels, used }: ChannelTableProps) => (
  <table className="allows-table">
    <caption className="unseen">{say('channels.allows')}</caption>
    <thead>
      <tr>
        <th scope="col">{say('channels.channel')}</th>
        {COLUMNS.map(({ key }) => (
          <th key={key} scope="col">
            {columnName(key)}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {channels.map((channel) => (
        <tr key={channel.key}>
          <th scope="row">
            <span className="allows-name">
              <ChannelMark mark={channel.mark} />
              <span>
                <RouteLink to={{ room: 'channels', channel: channel.key }}>{channel.name}</RouteLink>
                {used.has(channel.key) && <span className="allows-yours">{say('channels.connected')}</span>}
              </span>
            </span>
          </th>
          {COLUMNS.map(({ key, of }) => (
            <Cell key={key} says={of(channel)} />
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

/** What is not to be had steps back. */
const Cell = ({ says }: { says: string }) => <td data-none={saysNo(says) || undefined}>{says}</td>
