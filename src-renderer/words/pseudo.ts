import { type MessageFormatElement, parse, TYPE } from '@formatjs/icu-messageformat-parser'
import type { PseudoLanguage } from './languages.ts'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'áƀćđéƒǧĥíĵķĺɱñóƥʠŕšťúṽŵẋýžÁƁĆĐÉƑǦĤÍĴĶĹḾÑÓƤɊŔŠŤÚṼŴẊÝŽ'
const ACCENTS = new Map(PLAIN.split('').map((letter, index) => [letter, ACCENTED.split('')[index] ?? letter]))

/** Longer by two fifths, as German or Finnish would be, with accents, between brackets that show what is cut off. */
const stretch = (text: string): string => {
  const accented = text
    .split('')
    .map((letter) => ACCENTS.get(letter) ?? letter)
    .join('')
  const words = text.trim().length
  return words < 2 ? accented : `${accented}${'·'.repeat(Math.ceil(words * 0.4))}`
}

/** Letters in their order, written from right to left. */
const turn = (text: string): string => text.replaceAll(/\S+/gu, (word) => `\u202E${word}\u202C`)

/** Every text of a catalogue in a made-up language; its places and plurals stay what they are. */
export const pseudoCatalogue = (
  messages: Readonly<Record<string, string>>,
  tongue: PseudoLanguage,
): Record<string, MessageFormatElement[]> => {
  const change = tongue === 'en-XA' ? stretch : turn
  const walk = (elements: readonly MessageFormatElement[]): MessageFormatElement[] =>
    elements.map((element) => {
      if (element.type === TYPE.literal) return { ...element, value: change(element.value) }
      if (element.type === TYPE.tag) return { ...element, children: walk(element.children) }
      if (element.type === TYPE.plural || element.type === TYPE.select) {
        const options = Object.entries(element.options).map(([name, option]) => [
          name,
          { ...option, value: walk(option.value) },
        ])
        return { ...element, options: Object.fromEntries(options) }
      }
      return element
    })
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, walk(parse(message))]))
}
