import { type RefObject, useLayoutEffect, useRef } from 'react'
import { followScroll, roomPlaces } from './room-places.ts'
import type { Route } from './route.ts'

/** What has a place of its own. */
const keyOf = (route: Route): string => {
  if (route.room === 'settings') return `settings ${route.page ?? ''}`
  return route.room === 'compose' ? `compose ${route.postId ?? ''}` : route.room
}

/** Brings each room back to where it was scrolled when it was left; what was never looked at begins at its top. */
export const useRoomScroll = (route: Route): RefObject<HTMLElement | null> => {
  const room = useRef<HTMLElement>(null)
  const key = keyOf(route)
  useLayoutEffect(() => (room.current === null ? undefined : followScroll(room.current, key, roomPlaces)), [key])
  return room
}
