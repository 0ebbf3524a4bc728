import { ChevronRight } from 'lucide-react'
import { useState } from 'react'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { ChannelMark } from '../ui/avatar.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { TextField } from '../ui/text-field.tsx'
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
    <Dialog title="Connect an account" onClose={onClose}>
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            if (only !== undefined && others.length === 0) onChoose(only)
          }}
        >
          <TextField label="Network" type="search" placeholder="Search" first value={search} onChange={setSearch} />
        </form>
      </search>
      <output className={only === undefined ? 'soft' : 'channel-count'}>
        {only === undefined
          ? `Posthorn knows no network "${search.trim()}".`
          : others.length === 0
            ? '1 network'
            : `${others.length + 1} networks`}
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
