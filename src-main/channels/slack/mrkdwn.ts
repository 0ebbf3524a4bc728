import { findLinks } from '../kit/find-links.ts'

/** A text in Slack's own markup: its three signs written so that they stand as they are, links marked as links. */
export const toMrkdwn = (text: string): string => {
  let marked = ''
  let done = 0
  for (const { start, end } of findLinks(text)) {
    // What follows a bar would be taken for the words of the link.
    const address = escapeSigns(text.slice(start, end)).replaceAll('|', '%7C')
    marked += `${escapeSigns(text.slice(done, start))}<${address}>`
    done = end
  }
  return marked + escapeSigns(text.slice(done))
}

/** Without it `<!channel>` would call everybody. */
const escapeSigns = (text: string): string =>
  text.toWellFormed().replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
