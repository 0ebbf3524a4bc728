/**
 * Gives the focus to the line that keys are about, or else to the room, where what had it is gone: keys and screen
 * readers go on from there, and not from the beginning of the page.
 */
export const focusHome = (): void => {
  if (document.activeElement !== document.body) return
  const line = document.querySelector<HTMLElement>('#room [data-item][tabindex="0"]')
  const home = line ?? document.getElementById('room')
  home?.focus({ preventScroll: line === null })
}
