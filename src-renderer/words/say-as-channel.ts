let said: Readonly<Record<string, string>> = {}
let patterns: readonly Pattern[] = []

/** An English sentence with places for values, and the same in the tongue that is spoken. */
type Pattern = { english: RegExp; places: readonly string[]; own: string }

/** What channels say of themselves, in the tongue that is spoken from now on, by their English sentences. */
export const setChannelWords = (words: Readonly<Record<string, string>>): void => {
  said = words
  patterns = Object.entries(words)
    .filter(([english]) => PLACE.test(english))
    // What says the most in its own words is the closest.
    .toSorted(([one], [other]) => lettersOf(other) - lettersOf(one))
    .map(([english, own]) => patternOf(english, own))
}

/**
 * What a channel says: a label, a step of its guide, a choice of an option, what went wrong. Channels speak English; what
 * the tongue has no words for stays as it stands. A value in it is written as `{name}` in the catalogue; it may be a sentence
 * itself.
 */
export const sayAsChannel = (english: string): string => sayAsChannelIfKnown(english) ?? english

/** The same; null for what the tongue has no words for. */
export const sayAsChannelIfKnown = (english: string): string | null => {
  const whole = said[english]
  if (whole !== undefined) return whole
  for (const pattern of patterns) {
    const found = pattern.english.exec(english)
    if (found) return fill(pattern, found.slice(1))
  }
  return null
}

const PLACE = /\{\w+\}/
const PLACES = /\{(\w+)\}/g

const lettersOf = (english: string): number => english.replaceAll(PLACES, '').length

const patternOf = (english: string, own: string): Pattern => ({
  english: new RegExp(`^${english.split(PLACES).map(partOf).join('')}$`, 's'),
  places: [...english.matchAll(PLACES)].map(([, name]) => name ?? ''),
  own,
})

/** Between two texts stands the name of a place. */
const partOf = (part: string, index: number): string =>
  index % 2 === 1 ? '(.*?)' : part.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`)

const fill = ({ places, own }: Pattern, values: readonly string[]): string =>
  own.replaceAll(PLACES, (place, name: string) => {
    const value = values[places.indexOf(name)]
    return value === undefined ? place : sayAsChannel(value)
  })
