import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Focus } from './board.ts'
import type { DayPlan } from './groups.ts'

/** After a move by the keys, for so long what has to be read first is waited for; in milliseconds. */
const PATIENCE = 2000

/**
 * Puts the focus of the page where the keys went, as soon as that is on show. Returns what is called when keys went
 * somewhere.
 */
export const useFocusKept = (
  grid: RefObject<HTMLElement | null>,
  focus: Focus,
  plans: ReadonlyMap<string, DayPlan>,
): (() => void) => {
  const wanted = useRef<number | null>(null)
  // Keys may go where they are already, which changes nothing else.
  const [wish, setWish] = useState(0)
  useEffect(() => {
    if (wish === 0 || wanted.current === null) return
    if (performance.now() - wanted.current > PATIENCE) {
      wanted.current = null
      return
    }
    const known = focus.key !== null && plans.get(focus.day)?.stops.some(({ key }) => key === focus.key) === true
    const chip = known ? grid.current?.querySelector<HTMLElement>(`[data-stop="${CSS.escape(focus.key ?? '')}"]`) : null
    const day = grid.current?.querySelector<HTMLElement>(`[data-day="${focus.day}"]`)
    const element = chip ?? day
    if (element == null) return
    if (element !== document.activeElement) element.focus()
    // A post that was just moved is drawn once more when the core has answered.
    if (plans.has(focus.day)) wanted.current = null
  }, [grid, focus, plans, wish])
  return useCallback(() => {
    wanted.current = performance.now()
    setWish((before) => before + 1)
  }, [])
}
