/** Gives the focus to the line of the room's list that keys are about; whether there is one. */
export const focusLine = (): boolean => {
  const line = document.querySelector<HTMLElement>('#room [data-item][tabindex="0"]')
  line?.focus()
  return line !== null
}

/**
 * Gives the focus to that line, or else to the room, where what had it is gone: keys and screen readers go on from there,
 * and not from the beginning of the page.
 */
export const focusHome = (): void => {
  if (document.activeElement !== document.body || focusLine()) return
  document.getElementById('room')?.focus({ preventScroll: true })
}
