import { type RefObject, useEffect, useRef, useState } from 'react'
import { focusHome } from './focus-home.ts'

const BOX = '[role=dialog], [role=alertdialog]'

/** By box: what had the focus before it, or before the box that it followed. */
const openers = new WeakMap<Element, Element>()

const openerOf = (element: Element | null): Element | null => {
  const box = element?.closest(BOX)
  return (box == null ? undefined : openers.get(box)) ?? element
}

/**
 * Of a box: when it is gone and its opener as well, as after one box that led to another, the focus goes to what led to
 * the first, drawn anew or not, and not to nothing. Returned is the box's ref.
 */
export const useFocusBack = (): RefObject<HTMLElement | null> => {
  const box = useRef<HTMLElement>(null)
  const [opener] = useState(() => openerOf(document.activeElement))
  useEffect(() => {
    if (box.current !== null && opener !== null) openers.set(box.current, opener)
    return () => {
      // The library gives it back in the next frame, where it can.
      requestAnimationFrame(() => requestAnimationFrame(() => giveBack(opener)))
    }
  }, [opener])
  return box
}

const giveBack = (opener: Element | null): void => {
  if (document.activeElement !== document.body || document.querySelector(BOX) !== null) return
  const again = opener === null || opener.isConnected ? opener : document.getElementById(opener.id)
  if (again instanceof HTMLElement) again.focus({ preventScroll: true })
  focusHome()
}
