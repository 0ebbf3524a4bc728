import type { Draft } from '../channel.ts'
import { findLinks } from '../kit/find-links.ts'
import { renderEmphasis } from '../kit/render-emphasis.ts'

const MARKS = { bold: '*', italic: '_', strike: '~', code: '`' } as const

/**
 * A text in Slack's own markup: its three signs written so that they stand as they are, links marked as links. Slack takes
 * marks for emphasis only between spaces, so a stretch within a word shows them; nothing is lost.
 */
export const toMrkdwn = ({ text, emphasis }: Pick<Draft, 'text' | 'emphasis'>): string =>
  renderEmphasis(text, emphasis, {
    words: withLinks,
    open: (one) => (one.kind === 'link' ? `<${addressOf(one.href)}|` : MARKS[one.kind]),
    close: (one) => (one.kind === 'link' ? '>' : MARKS[one.kind]),
  })

const withLinks = (text: string): string => {
  let marked = ''
  let done = 0
  for (const { start, end } of findLinks(text)) {
    marked += `${escapeSigns(text.slice(done, start))}<${addressOf(text.slice(start, end))}>`
    done = end
  }
  return marked + escapeSigns(text.slice(done))
}

/** What follows a bar would be taken for the words of the link. */
const addressOf = (link: string): string => escapeSigns(link).replaceAll('|', '%7C')

/** Without it `<!channel>` would call everybody. */
const escapeSigns = (text: string): string =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
