let said: Readonly<Record<string, string>> = {}

/** What channels say of themselves, in the tongue that is spoken from now on, by their English sentences. */
export const setChannelWords = (words: Readonly<Record<string, string>>): void => {
  said = words
}

/**
 * What a channel says of itself: a label, a step of its guide, a choice of an option. Channels speak English; what the
 * tongue has no words for stays as it stands. A figure in it is written as `#` in the catalogue.
 */
export const sayAsChannel = (english: string): string => {
  const whole = said[english]
  if (whole !== undefined) return whole
  const figures = english.match(/\d+/g) ?? []
  return said[english.replaceAll(/\d+/g, '#')]?.replaceAll('#', () => figures.shift() ?? '') ?? english
}
