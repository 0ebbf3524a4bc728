import type { EmphasisKind } from '../../../src-preload/contract/model/channel.ts'
import { readRichText } from '../../core/rich-text.ts'
import { articleOf } from '../kit/article/article-of.ts'
import { escapeHtml } from '../kit/escape-html.ts'
import { FOLDER } from '../rules/folder.ts'
import { type Entry, isImage } from './entry.ts'

const KNOWN: ReadonlySet<EmphasisKind> = new Set(FOLDER.emphasis)

/** An entry for feeds: its paragraphs and lines with their emphasis, links to follow, media below. */
export const entryHtml = ({ text, media }: Pick<Entry, 'text' | 'media'>, urlOf: (file: string) => string): string => {
  const rich = readRichText(text.replace(/<(https?:\/\/[^\s<>]+)>/g, '$1'), KNOWN)
  const { paragraphs } = articleOf(FOLDER, {
    ...rich,
    // The title stands beside it.
    options: { title: '-' },
    media: [],
    tags: [],
    thread: false,
    numbered: false,
    strict: false,
  })
  const shown = media.map(({ file, alt }) =>
    isImage(file)
      ? `<p><img src="${escapeHtml(urlOf(file))}" alt="${escapeHtml(alt)}"></p>`
      : `<p><video controls src="${escapeHtml(urlOf(file))}" title="${escapeHtml(alt)}"></video></p>`,
  )
  return [...paragraphs.map((paragraph) => `<p>${paragraph}</p>`), ...shown].join('\n')
}
