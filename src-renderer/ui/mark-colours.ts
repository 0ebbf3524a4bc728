/** What text needs to stand out from its ground, as the accessibility guidelines have it. */
const READABLE = 4.5
/** How much black makes a network's colour carry white letters without becoming another colour. */
const SHADES = [0, 0.1, 0.2, 0.3]
const INK = '#1b1a17'

export type MarkColours = { background: string; color: string }

/** A network's colour, given as `#rrggbb`, with letters on it that can be read: white where it can be, else dark. */
export const markColours = (colour: string): MarkColours => {
  const parts = /^#?([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(colour)?.slice(1)
  if (parts === undefined) return { background: colour, color: '#ffffff' }
  const ground = parts.map((part) => Number.parseInt(part, 16))
  for (const shade of SHADES) {
    const shaded = ground.map((value) => Math.round(value * (1 - shade)))
    if (1.05 / (luminance(shaded) + 0.05) >= READABLE) {
      return { background: `rgb(${shaded.join(' ')})`, color: '#ffffff' }
    }
  }
  return { background: colour, color: INK }
}

/** How bright a colour is to the eye, 0 to 1. */
const luminance = (colour: readonly number[]): number => {
  const [red = 0, green = 0, blue = 0] = colour.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
