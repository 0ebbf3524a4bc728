import { useEffect } from 'react'

/** The link that led to a page is gone with the page it was on: the new one is read from its top. */
export const useFromTop = (): void => {
  useEffect(() => {
    const room = document.getElementById('room')
    room?.scrollTo(0, 0)
    room?.focus({ preventScroll: true })
  }, [])
}
