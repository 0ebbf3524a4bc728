import { type Entry, isImage } from './entry.ts'
import { escapeHtml } from '../kit/escape-html.ts'
import { findLinks } from '../kit/find-links.ts'

/** An entry for feeds: its paragraphs and lines as they were written, links to follow, media below. */
export const entryHtml = ({ text, media }: Pick<Entry, 'text' | 'media'>, urlOf: (file: string) => string): string => {
  const paragraphs = text.split(/(?:\r?\n[^\S\n]*){2,}/).filter((paragraph) => paragraph.trim() !== '')
  const shown = media.map(({ file, alt }) =>
    isImage(file)
      ? `<p><img src="${escapeHtml(urlOf(file))}" alt="${escapeHtml(alt)}"></p>`
      : `<p><video controls src="${escapeHtml(urlOf(file))}" title="${escapeHtml(alt)}"></video></p>`,
  )
  return [...paragraphs.map((paragraph) => `<p>${withLinks(paragraph.trim())}</p>`), ...shown].join('\n')
}

const withLinks = (text: string): string => {
  let html = ''
  let done = 0
  for (const { start, end, href } of findLinks(text)) {
    html += `${lines(text.slice(done, start))}<a href="${escapeHtml(href)}">${escapeHtml(text.slice(start, end))}</a>`
    done = end
  }
  return html + lines(text.slice(done))
}

const lines = (text: string): string => escapeHtml(text).replace(/\r?\n/g, '<br>\n')
