import { useEffect } from 'react'

/** Names the window after the room. */
export const useTitle = (title: string): void => {
  useEffect(() => {
    document.title = `${title} – Posthorn`
  }, [title])
}
