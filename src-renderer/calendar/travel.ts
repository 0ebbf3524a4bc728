/** So many frames it is waited for to be drawn at its new place. */
const PATIENCE = 60

/** Call before a post gets another time: it is seen to go there, where both places are on show. */
export const travel = (key: string): void => {
  const from = chipOf(key)?.getBoundingClientRect()
  if (from === undefined) return
  let frames = 0
  const look = (): void => {
    const chip = chipOf(key)
    const to = chip?.getBoundingClientRect()
    if (chip === null || to === undefined || (to.x === from.x && to.y === from.y)) {
      frames += 1
      if (frames < PATIENCE) requestAnimationFrame(look)
      return
    }
    const away = `${from.x - to.x}px ${from.y - to.y}px`
    const { calm, ease } = motion()
    // Over what lies between, not under it.
    chip.animate(
      [
        { translate: away, zIndex: 1 },
        { translate: '0 0', zIndex: 1 },
      ],
      { duration: calm, easing: ease },
    )
  }
  requestAnimationFrame(look)
}

const chipOf = (key: string): HTMLElement | null =>
  document.querySelector(`.cal-scroll [data-stop="${CSS.escape(key)}"]`)

/** As the stylesheets have it: without motion where the person wants none. `calm` in milliseconds. */
const motion = (): { calm: number; ease: string } => {
  const style = getComputedStyle(document.documentElement)
  return { calm: Number.parseFloat(style.getPropertyValue('--calm')), ease: style.getPropertyValue('--ease') }
}
