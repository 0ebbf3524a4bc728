import { Suspense, useEffect } from 'react'
import { useStore } from 'zustand'
import { Everywhere } from '../commands/everywhere.tsx'
import { ComposerRoom } from '../composer/composer-room.tsx'
import { latePart } from '../ui/late-part.tsx'
import { RowsSkeleton } from '../ui/skeleton.tsx'
import { useDesk } from './desk-context.ts'
import { Guard } from './guard.tsx'
import type { Route } from './route.ts'
import { Sidebar } from './sidebar.tsx'
import { StatusBar } from './status-bar.tsx'
import { ToastRegion } from './toast-region.tsx'
import { WindowDrop } from '../exchange/window-drop.tsx'
import { say } from '../words/say.ts'
import { useAppearance } from './use-appearance.ts'
import { useRoomFocus } from './use-room-focus.ts'
import { useRoomScroll } from './use-room-scroll.ts'
import './frame.css'

// Writing is what the app opens with; the other rooms are fetched when the page is at rest.
const TodayRoom = latePart(async () => (await import('../today/today-room.tsx')).TodayRoom)
const CalendarRoom = latePart(async () => (await import('../calendar/calendar-room.tsx')).CalendarRoom)
const ExchangeRoom = latePart(async () => (await import('../exchange/exchange-room.tsx')).ExchangeRoom)
const ActivityRoom = latePart(async () => (await import('../activity/activity-room.tsx')).ActivityRoom)
const HealthRoom = latePart(async () => (await import('../health/health-room.tsx')).HealthRoom)
const QueueRoom = latePart(async () => (await import('../queue/queue-room.tsx')).QueueRoom)
const DraftsRoom = latePart(async () => (await import('../drafts/drafts-room.tsx')).DraftsRoom)
const AccountsRoom = latePart(async () => (await import('../accounts/accounts-room.tsx')).AccountsRoom)
const SlotsRoom = latePart(async () => (await import('../slots/slots-room.tsx')).SlotsRoom)
const ChannelsRoom = latePart(async () => (await import('../channels/channels-room.tsx')).ChannelsRoom)
const SettingsRoom = latePart(async () => (await import('../settings/settings-room.tsx')).SettingsRoom)
const ReviewSheet = latePart(async () => (await import('../queue/review/review-sheet.tsx')).ReviewSheet)

const REST = 1200

const useRoomsAhead = (): void => {
  useEffect(() => {
    const timer = setTimeout(() => {
      for (const room of [
        TodayRoom,
        CalendarRoom,
        QueueRoom,
        DraftsRoom,
        SlotsRoom,
        AccountsRoom,
        ChannelsRoom,
        SettingsRoom,
      ])
        void room.ahead()
    }, REST)
    return () => clearTimeout(timer)
  }, [])
}

/** The rooms, and what stands around them: it stays as it is while the address changes with every letter of a search. */
export const Frame = () => {
  useAppearance()
  useRoomsAhead()
  return (
    <div className="frame">
      <a className="skip-link" href="#room" onClick={skipToRoom}>
        {say('frame.skip')}
      </a>
      <Sidebar />
      <Room />
      <StatusBar />
      <ToastRegion />
      <WindowDrop />
      <Everywhere />
      <Review />
    </div>
  )
}

const Room = () => {
  const { route: store } = useDesk()
  const route = useStore(store.state, (s) => s.route)
  const room = useRoomScroll(route)
  useRoomFocus(route.room, room)
  return (
    <main className="room" id="room" tabIndex={-1} ref={room}>
      <Guard about={route.room}>
        <Suspense fallback={<RowsSkeleton />}>
          <RoomFor route={route} />
        </Suspense>
      </Guard>
    </main>
  )
}

/** Asks what to do with what was missed, over whatever room is open. */
const Review = () => {
  const { review } = useDesk()
  const open = useStore(review.state, (s) => s.open)
  return (
    open && (
      <Suspense fallback={null}>
        <ReviewSheet />
      </Suspense>
    )
  )
}

/** The address is the route's, so the link must not change it. */
const skipToRoom = (event: React.MouseEvent): void => {
  event.preventDefault()
  document.getElementById('room')?.focus()
}

const RoomFor = ({ route }: { route: Route }) => {
  switch (route.room) {
    case 'today':
      return <TodayRoom />
    case 'calendar':
      return <CalendarRoom day={route.day ?? null} view={route.view ?? null} />
    case 'exchange':
      return <ExchangeRoom />
    case 'activity':
      return <ActivityRoom />
    case 'health':
      return <HealthRoom />
    case 'compose':
      return <ComposerRoom postId={route.postId} />
    case 'queue':
      return <QueueRoom itemId={route.itemId} />
    case 'drafts':
      return <DraftsRoom />
    case 'accounts':
      return <AccountsRoom connect={route.connect ?? null} details={route.details ?? null} />
    case 'slots':
      return <SlotsRoom planId={route.planId ?? null} />
    case 'channels':
      return <ChannelsRoom channel={route.channel ?? null} />
    case 'settings':
      return <SettingsRoom page={route.page ?? 'general'} />
  }
}
