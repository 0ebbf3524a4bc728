import { type RefObject, useEffect, useRef } from 'react'

/** Who goes to another room by keys alone goes on in it, and hears its name; a room that knows better takes the focus. */
export const useRoomFocus = (name: string, room: RefObject<HTMLElement | null>): void => {
  const before = useRef(name)
  useEffect(() => {
    if (before.current === name) return
    before.current = name
    requestAnimationFrame(() => {
      if (document.activeElement === document.body) room.current?.focus({ preventScroll: true })
    })
  }, [name, room])
}
