/**
 * As a `ref`: the element has the focus as soon as it is there, a text with the caret at its end. For boxes and pages
 * that were just opened.
 */
export const focusFirst = (element: HTMLElement | null): void => {
  if (element === null) return
  element.focus({ preventScroll: true })
  if (element instanceof HTMLTextAreaElement) element.setSelectionRange(element.value.length, element.value.length)
}
