import { SearchX } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import { RoomSearch } from '../commands/room-search.tsx'
import { useDesk } from '../shell/desk-context.ts'
import { useIsWide } from '../shell/use-is-wide.ts'
import { useTitle } from '../shell/use-title.ts'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { say } from '../words/say.ts'
import { comparisonMarkdown } from './allowance-markdown.ts'
import { ChannelCards } from './channel-cards.tsx'
import { ChannelPage } from './channel-page.tsx'
import { ChannelTable } from './channel-table.tsx'
import { CopyMarkdown } from './copy-markdown.tsx'
import { listChannels } from './list-channels.ts'
import { useFromTop } from './use-from-top.ts'
import '../ui/card.css'
import './channels.css'

/** The table has room from here on, in rem. */
const TABLE = 50

/** What each channel allows: all of them compared, or one of them whole. */
export const ChannelsRoom = ({ channel }: { channel: string | null }) => {
  const { accounts } = useDesk()
  const channels = useStore(accounts.state, (s) => s.channels)
  const chosen = channels.find(({ key }) => key === channel)
  return chosen === undefined ? <Comparison /> : <ChannelPage key={chosen.key} channel={chosen} />
}

const Comparison = () => {
  const { accounts: store } = useDesk()
  const { accounts, channels } = useStore(store.state)
  const [search, setSearch] = useState('')
  const [place, isWide] = useIsWide<HTMLDivElement>(TABLE)
  useTitle(say('channels.allows'))
  useFromTop()
  const shown = listChannels(channels, accounts, search)
  const used = new Set(accounts.map((one) => one.channel))
  return (
    <>
      <header className="room-head">
        <h1>{say('channels.allows')}</h1>
        <RoomSearch label={say('channels.search')} search={search} onSearch={setSearch} />
        <CopyMarkdown write={() => comparisonMarkdown(shown)} />
      </header>
      <div className="room-body" ref={place}>
        <p className="soft channels-lead">{say('channels.lead')}</p>
        <output className="unseen">{say('channels.count', { count: shown.length })}</output>
        {shown.length === 0 ? (
          <EmptyState
            icon={<SearchX size="1.625rem" />}
            title={say('channels.not-found')}
            actions={<Button onPress={() => setSearch('')}>{say('channels.show-all')}</Button>}
          >
            <p>{say('channels.not-found-why', { search: search.trim() })}</p>
          </EmptyState>
        ) : isWide ? (
          <ChannelTable channels={shown} used={used} />
        ) : (
          <ChannelCards channels={shown} used={used} />
        )}
      </div>
    </>
  )
}
