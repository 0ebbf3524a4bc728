import { type RefObject, useEffect } from 'react'
import { isBehindDialog } from '../shell/keys.ts'

/** Whoever comes into the room takes hold of the calendar by the first arrow: the focus goes to the day that is meant. */
export const useArrowsIn = (grid: RefObject<HTMLElement | null>): void => {
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event
      if (!key.startsWith('Arrow') || altKey || ctrlKey || metaKey || shiftKey || defaultPrevented) return
      const { activeElement } = document
      const isNowhere = activeElement === document.body || activeElement?.id === 'room'
      if (!isNowhere || isBehindDialog()) return
      const stop = ['[data-day][tabindex="0"]', '[tabindex="0"]']
        .map((one) => grid.current?.querySelector<HTMLElement>(one))
        .find((one) => one != null)
      if (stop === undefined || stop === null) return
      event.preventDefault()
      stop.focus()
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [grid])
}
