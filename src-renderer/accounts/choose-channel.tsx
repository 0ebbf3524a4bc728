import { ChevronRight } from 'lucide-react'
import type { ChannelDescriptor } from '../../src-preload/contract/model/channel.ts'
import { ChannelMark } from '../ui/avatar.tsx'
import { Dialog } from '../ui/dialog.tsx'

type ChooseChannelProps = {
  channels: readonly ChannelDescriptor[]
  onChoose: (channel: ChannelDescriptor) => void
  onClose: () => void
}

/** Where the new account is. */
export const ChooseChannel = ({ channels, onChoose, onClose }: ChooseChannelProps) => (
  <Dialog title="Connect an account" onClose={onClose}>
    <ul className="channel-list">
      {channels.map((channel) => (
        <li key={channel.key}>
          <button type="button" className="big-choice" aria-label={channel.name} onClick={() => onChoose(channel)}>
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
  </Dialog>
)
