/** What text needs to stand out from its ground, as the accessibility guidelines have it. */
const READABLE = 4.5
/** How much black makes a network's colour carry white letters without becoming another colour. */
const SHADES = [0, 0.1, 0.2, 0.3]
const INK = '#1b1a17'
/** The brightest ground that a mark lies on in the dark look, as a luminance: that of `--raised`. */
const DARK_GROUND = 0.0212
/** How far a mark has to stand out from its ground to be seen as a shape, and how much white lifts it to there. */
const SEEN = 1.6
const LIFTS = [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]

export type MarkColours = { background: string; color: string }

/**
 * A network's colour, given as `#rrggbb`, with letters on it that can be read: white where it can be, else dark. In the
 * dark look one that is nearly black is lifted until it can be seen.
 */
export const markColours = (colour: string): MarkColours => {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1)
  if (parts === undefined) return { background: colour, color: '#ffffff' }
  const ground = parts.map((part) => Number.parseInt(part, 16))
  for (const shade of SHADES) {
    const shaded = ground.map((value) => Math.round(value * (1 - shade)))
    if (1.05 / (luminance(shaded) + 0.05) >= READABLE) {
      return { background: seenInTheDark(shaded), color: '#ffffff' }
    }
  }
  return { background: colour, color: INK }
}

/** The colour as it is, and in the dark look as it has to be. */
const seenInTheDark = (colour: readonly number[]): string => {
  const lifted = LIFTS.map((lift) => colour.map((value) => Math.round(value + (255 - value) * lift)))
  const seen = lifted.find((one) => (luminance(one) + 0.05) / (DARK_GROUND + 0.05) >= SEEN) ?? colour
  const [light, dark] = [colour, seen].map((one) => `rgb(${one.join(' ')})`)
  return light === dark ? `${light}` : `light-dark(${light}, ${dark})`
}

/** How bright a colour is to the eye, 0 to 1. */
const luminance = (colour: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
