import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { Route } from './route.ts'

/** What the person does to go elsewhere in a room by themselves. */
const OWN = ['wheel', 'pointerdown', 'keydown'] as const

/** What a place of its own is in a room. */
const keyOf = (route: Route): string => {
  if (route.room === 'settings') return `settings ${route.page ?? ''}`
  return route.room === 'compose' ? `compose ${route.postId ?? ''}` : route.room
}

/** Brings each room back to where it was scrolled when it was left; what was never looked at begins at its top. */
export const useRoomScroll = (route: Route): RefObject<HTMLElement | null> => {
  const room = useRef<HTMLElement>(null)
  const places = useRef(new Map<string, number>())
  const key = keyOf(route)
  useLayoutEffect(() => {
    const element = room.current
    if (element === null) return undefined
    const kept = places.current
    const wanted = kept.get(key) ?? 0
    let arrived = false
    const settle = (): void => {
      arrived = true
      growing.disconnect()
    }
    const arrive = (): void => {
      if (arrived) return
      element.scrollTop = wanted
      if (element.scrollTop >= wanted - 1) settle()
    }
    // What the room shows may still be read: it comes as far as there is something to see.
    const growing = new MutationObserver(arrive)
    growing.observe(element, { childList: true, subtree: true })
    arrive()
    const onScroll = (): void => {
      if (arrived) kept.set(key, element.scrollTop)
    }
    element.addEventListener('scroll', onScroll)
    for (const kind of OWN) element.addEventListener(kind, settle, { passive: true })
    return () => {
      growing.disconnect()
      element.removeEventListener('scroll', onScroll)
      for (const kind of OWN) element.removeEventListener(kind, settle)
    }
  }, [key])
  return room
}
