/** So many frames it is waited for to be drawn at its new place. */
const PATIENCE = 60

/**
 * Call before something gets another place, unless a hand takes it there: it is seen to go, where both places are on
 * show. `selector`: what it is.
 */
export const travel = (selector: string): void => {
  const from = find(selector)?.getBoundingClientRect()
  if (from === undefined) return
  let frames = 0
  const look = (): void => {
    const element = find(selector)
    const to = element?.getBoundingClientRect()
    if (element === null || to === undefined || (to.x === from.x && to.y === from.y)) {
      frames += 1
      if (frames < PATIENCE) requestAnimationFrame(look)
      return
    }
    const away = `${from.x - to.x}px ${from.y - to.y}px`
    const { calm, ease } = motion()
    // Over what lies between, not under it.
    element.animate(
      [
        { translate: away, zIndex: 1 },
        { translate: '0 0', zIndex: 1 },
      ],
      { duration: calm, easing: ease },
    )
  }
  requestAnimationFrame(look)
}

const find = (selector: string): HTMLElement | null => document.querySelector(selector)

/** As the stylesheets have it: without motion where the person wants none. `calm` in milliseconds. */
const motion = (): { calm: number; ease: string } => {
  const style = getComputedStyle(document.documentElement)
  const calm = style.getPropertyValue('--calm')
  // A built stylesheet may say it in seconds.
  const unit = calm.trim().endsWith('ms') ? 1 : 1_000
  return { calm: Number.parseFloat(calm) * unit, ease: style.getPropertyValue('--ease') }
}
