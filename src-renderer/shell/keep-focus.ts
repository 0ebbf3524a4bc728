import { focusHome } from '../ui/focus-home.ts'

/** What Tab reaches. A box to tick is not what someone goes on with. */
const STOPS = 'a[href], button, input:not([type=checkbox], [type=file]), select, textarea, [tabindex="0"]'
/** Beyond the part of the page that it was in the focus does not look for its place. */
const PARTS = '#room, [role=dialog], [role=alertdialog], .sidebar, .status-bar'
const NOTICES = '.toasts'
/** Who closes something or takes something away may give the focus on, and has so many frames for it. */
const PATIENCE = 3

/** By these the same thing is known again where it was drawn anew. */
const NAMES = ['id', 'data-item', 'data-draft', 'data-stop']

type Beside = { readonly previousSibling: Node | null; readonly nextSibling: Node | null }

/** Where something was taken away, and what stood beside it there. */
type Gap = { within: Element; previous: Node | null; next: Node | null }

/**
 * A button that goes with its row, or once it has done its work, would leave the focus nowhere: keys and screen readers
 * would begin anew at the top of the page. Where nobody else has given it on, it goes to what stands there now; from a
 * notice, back to where it came from.
 */
export const keepFocus = (page: Document): void => {
  let held: Element | null = null
  let beforeNotice: Element | null = null
  let gap: Gap | null = null
  /** What cannot be used for now, and what has the focus in its stead. */
  let resting: { element: HTMLElement; instead: Element | null } | null = null

  const settle = (): void => {
    const [at, lost] = [gap, held]
    gap = null
    if (at === null || lost === null || page.activeElement !== page.body) return
    const back = again(lost) ?? (at.within.closest(NOTICES) === null ? placeAt(at) : beforeNotice)
    if (back instanceof HTMLElement) back.focus()
    focusHome()
    if (lost instanceof HTMLElement && lost.matches(':disabled')) {
      resting = { element: lost, instead: page.activeElement }
    }
  }
  const noteUse = (element: Node): void => {
    if (element === held && held.matches(':disabled')) open(held.parentElement, held)
    if (element !== resting?.element || resting.element.matches(':disabled')) return
    if (page.activeElement === resting.instead) resting.element.focus()
    resting = null
  }
  const note = (record: MutationRecord): void => {
    if (held === null) return
    const [gone, within] = [held, gap?.within ?? null]
    const parent = record.target
    if (record.type === 'attributes') noteUse(parent)
    else if ([...record.removedNodes].some((node) => node.contains(gone) || node.contains(within))) {
      open(parent, record)
    }
  }
  const open = (within: Node | null, { previousSibling: previous, nextSibling: next }: Beside): void => {
    if (!(within instanceof Element)) return
    if (gap === null) afterFrames(PATIENCE, settle)
    gap = { within, previous, next }
  }

  page.addEventListener('focusin', ({ target }) => {
    if (!(target instanceof Element)) return
    held = target
    if (target.closest(NOTICES) === null) beforeNotice = target
  })
  // Who leaves it on purpose wants it nowhere.
  page.addEventListener('focusout', ({ target }) => {
    requestAnimationFrame(() => {
      if (gap === null && held === target && page.activeElement === page.body) held = null
    })
  })
  const observer = new MutationObserver((records) => records.forEach(note))
  observer.observe(page, { subtree: true, childList: true, attributeFilter: ['disabled'] })
}

const afterFrames = (count: number, run: () => void): void => {
  requestAnimationFrame(() => (count > 1 ? afterFrames(count - 1, run) : run()))
}

const canHold = (element: Element): boolean =>
  element.isConnected &&
  element.matches(':not(:disabled)') &&
  element.closest('[inert], [aria-hidden=true]') === null &&
  element.checkVisibility({ visibilityProperty: true })

/** The thing itself, if it is still there or there again. */
const again = (held: Element): Element | null => {
  if (canHold(held)) return held
  for (const name of NAMES) {
    const value = held.getAttribute(name)
    const same = value === null ? null : document.querySelector(`[${name}="${CSS.escape(value)}"]`)
    if (same !== null && canHold(same)) return same
  }
  return null
}

const follows = (before: Node, after: Node): boolean =>
  (before.compareDocumentPosition(after) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0

/** The first stop behind what is gone, or else the last one before it; of what is around it where it held all there was. */
const placeAt = ({ within, previous, next }: Gap): Element | null => {
  if (within.closest(PARTS) === null) return null
  let isBehind = (stop: Element): boolean => {
    if (next?.isConnected === true) return next === stop || follows(next, stop)
    return previous?.isConnected === true && !previous.contains(stop) && follows(previous, stop)
  }
  for (let around: Element | null = within; around !== null; around = around.parentElement) {
    const stops = [...around.querySelectorAll(STOPS)].filter(canHold)
    const place = stops.find(isBehind) ?? stops.at(-1)
    if (place !== undefined) return place
    if (around.matches(PARTS)) return null
    const from = around
    isBehind = (stop) => follows(from, stop)
  }
  return null
}
