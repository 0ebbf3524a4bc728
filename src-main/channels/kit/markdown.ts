import type { Draft } from '../channel.ts'
import { findLinks } from './find-links.ts'
import { renderEmphasis } from './render-emphasis.ts'

const MARKS = { bold: '**', italic: '*', strike: '~~', code: '`' } as const

/** A text as sites that speak Markdown read it. Without rich text it goes as it was typed: people write it themselves. */
export const toMarkdown = ({ text, emphasis }: Pick<Draft, 'text' | 'emphasis'>): string =>
  emphasis.length === 0
    ? text.toWellFormed()
    : renderEmphasis(text.toWellFormed(), emphasis, {
        words: (words, code) => (code ? words : writtenOut(words)),
        open: (one) => (one.kind === 'link' ? '[' : MARKS[one.kind]),
        close: (one) => (one.kind === 'link' ? `](${one.href})` : MARKS[one.kind]),
      })

/** Words with all that would mean something else; addresses stay whole, for what is escaped in them would break them. */
const writtenOut = (words: string): string => {
  let written = ''
  let at = 0
  for (const { start, end, href } of findLinks(words)) {
    written += `${escape(words.slice(at, start))}<${href}>`
    at = end
  }
  return written + escape(words.slice(at))
}

const escape = (words: string): string =>
  words
    .replace(/@[\w.]+@[\w.:-]+|[\\*_~`|[\]<>^]/g, (found) => (found.startsWith('@') ? found : `\\${found}`))
    .replace(/^(\s*)([#+-]|\d+(?=[.)]))/gm, (_, space: string, sign: string) =>
      /\d/.test(sign) ? `${space}${sign}\\` : `${space}\\${sign}`,
    )

/** An image in a text. */
export const imageMarkdown = (alt: string, url: string): string =>
  `![${alt
    .toWellFormed()
    .replace(/\s+/g, ' ')
    .replace(/[\\[\]]/g, '\\$&')}](${url})`

/** The lines of a text that are nothing but an image. */
export const imageLinesIn = (markdown: string): string[] => markdown.match(/^!\[.*\]\(\S+\)$/gm) ?? []
