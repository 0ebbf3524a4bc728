import { cutWords } from './cut-words.ts'
import { readMarkup } from './read-markup.ts'

/** So much markup is looked at for each character that is wanted. */
const MARKUP = 20
const SILENT = new Set(['script', 'style', 'template', 'noscript', 'svg'])
/** Control characters, and those that turn the direction of what follows: they could make a text read as another. */
const INVISIBLE = /(?!\s)[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]/gu

/** Text as people read it, on one line: no markup, no control characters, cut between words beyond `max` UTF-16 units. */
export const plainText = (given: string, max: number): string => {
  const some = given.slice(0, max * MARKUP)
  const line = (/[<&]/.test(some) ? withoutMarkup(some) : some)
    .replace(INVISIBLE, '')
    .replace(/\s+/g, ' ')
    .trim()
    .toWellFormed()
  return line.length <= max ? line : cutWords(line, max)
}

const withoutMarkup = (html: string): string => {
  let text = ''
  let silent = 0
  readMarkup(html, {
    onopentag: (name) => {
      if (SILENT.has(name)) silent += 1
      // What stands in blocks of its own is not one word.
      text += ' '.repeat(Number(!INLINE.has(name)))
    },
    ontext: (piece) => {
      if (silent === 0) text += piece
    },
    onclosetag: (name) => {
      if (SILENT.has(name)) silent -= 1
      text += ' '.repeat(Number(!INLINE.has(name)))
    },
  })
  return text
}

const INLINE = new Set([
  'a',
  'abbr',
  'b',
  'code',
  'em',
  'i',
  'mark',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
  'wbr',
])
