import type { Draft } from '../channel.ts'
import { renderEmphasis } from '../kit/render-emphasis.ts'

const MARKS = { bold: '**', italic: '*', strike: '~~', code: '`' } as const

/** A text as Discord reads it. Without rich text it goes as it was typed: people write Discord's Markdown themselves. */
export const toMarkdown = ({ text, emphasis }: Pick<Draft, 'text' | 'emphasis'>): string =>
  emphasis.length === 0
    ? text.toWellFormed()
    : renderEmphasis(text.toWellFormed(), emphasis, {
        words: (words, code) => (code ? words : words.replace(/[\\*_~`|[\]]/g, '\\$&')),
        open: (one) => (one.kind === 'link' ? '[' : MARKS[one.kind]),
        close: (one) => (one.kind === 'link' ? `](${one.href})` : MARKS[one.kind]),
      })
