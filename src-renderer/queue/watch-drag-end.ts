/** While something is dragged nothing else is told of the pointer: what moves again has let go. */
const OVER = ['dragend', 'pointermove', 'pointerdown'] as const

/**
 * Calls `ended` once, as soon as a drag is over, wherever it was dropped. A row that was scrolled out of the list is no
 * part of the page any more: its end is told to it alone, or to nobody.
 */
export const watchDragEnd = (source: EventTarget, page: EventTarget, ended: () => void): void => {
  const watching = new AbortController()
  const end = (): void => {
    watching.abort()
    ended()
  }
  source.addEventListener('dragend', end, { signal: watching.signal })
  for (const kind of OVER) page.addEventListener(kind, end, { capture: true, signal: watching.signal })
}
