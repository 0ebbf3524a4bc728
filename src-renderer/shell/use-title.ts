import { useEffect } from 'react'

/** Names the window after the room, and the room itself for those who are led into it. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} – Posthorn`
    document.getElementById('room')?.setAttribute('aria-label', title)
  }, [title])
}
