import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { ChannelMark } from '../ui/channel-mark.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
import { say } from '../words/say.ts'
import { groupChannels } from './channel-groups.ts'

type ChooseChannelProps = {
  channels: readonly ChannelDescriptor[]
  onChoose: (channel: ChannelDescriptor) => void
  onClose: () => void
}

/** Where the new account is. */
export const ChooseChannel = ({ channels, onChoose, onClose }: ChooseChannelProps) => {
  const [search, setSearch] = useState('')
  const groups = groupChannels(channels, search)
  const [only, ...others] = groups.flatMap((group) => group.channels)
  return (
    <Dialog title={say('accounts.connect-account')} onClose={onClose}>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (only !== undefined && others.length === 0) onChoose(only)
          }}
        >
          <TextField
            label={say('accounts.network')}
            type="search"
            placeholder={say('accounts.search')}
            first
            value={search}
            onChange={setSearch}
          />
        </form>
      </search>
      <output className={only === undefined ? 'soft' : 'channel-count'}>
        {only === undefined
          ? say('accounts.no-network', { search: search.trim() })
          : say('accounts.networks', { count: others.length + 1 })}
      </output>
      {groups.map((group) => (
        <section key={group.key} className="channel-group" aria-label={group.title}>
          <h3>{group.title}</h3>
          <ul className="channel-list">
            {group.channels.map((channel) => (
              <li key={channel.key}>
                <button
                  type="button"
                  className="big-choice"
                  aria-label={channel.name}
                  onClick={() => onChoose(channel)}
                >
                  <ChannelMark mark={channel.mark} />
                  <span>
                    <strong>{channel.name}</strong>
                    <span className="faint">{channel.summary}</span>
                  </span>
                  <ChevronRight size="1.125rem" aria-hidden="true" />
                </button>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Dialog>
  )
}
