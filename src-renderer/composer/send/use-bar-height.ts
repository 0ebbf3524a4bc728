import { type RefCallback, useCallback } from 'react'

/** Tells the page how high a bar at its foot is, as `--send-bar`, so that nothing is laid over it; for its `ref`. */
export const useBarHeight = (): RefCallback<HTMLElement> =>
  useCallback((bar) => {
    if (bar === null) return undefined
    const { style } = document.documentElement
    const observer = new ResizeObserver(() => style.setProperty('--send-bar', `${bar.offsetHeight}px`))
    observer.observe(bar)
    return () => {
      observer.disconnect()
      style.removeProperty('--send-bar')
    }
  }, [])
