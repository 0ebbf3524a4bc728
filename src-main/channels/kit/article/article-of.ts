import type { Emphasis } from '../../../core/rich-text.ts'
import type { Draft } from '../../channel.ts'
import { titleOf } from '../../check/check-text.ts'
import type { NetworkRules } from '../../rules/network-rules.ts'
import { escapeHtml } from '../escape-html.ts'
import { findLinks } from '../find-links.ts'
import { renderEmphasis } from '../render-emphasis.ts'

/** A post as sites show it: a title, and what is in each paragraph as HTML. */
export type Article = { title: string; paragraphs: readonly string[] }

type Stretch = { start: number; end: number }

/**
 * Makes an article of a draft. A first line that has become the title is left out of the text below, unless there is
 * nothing else or it holds a link, which a title would not show.
 */
export const articleOf = (rules: NetworkRules, draft: Draft): Article => {
  const title = (titleOf(rules, draft) ?? '').toWellFormed()
  const text = draft.text.toWellFormed()
  const told = draft.options[rules.title?.option ?? 'title']
  const isTold = typeof told === 'string' && told.trim() !== ''
  const marked = withLinks(text, draft.emphasis)
  const from = isTold || !rules.title?.needed ? 0 : endOfHeading(text, marked)
  return { title, paragraphs: paragraphsOf(text, from).map((paragraph) => inner(text, paragraph, marked)) }
}

const endOfHeading = (text: string, marked: readonly Emphasis[]): number => {
  const { 0: line = '', index = 0 } = /\S[^\r\n]*/.exec(text) ?? {}
  const end = index + line.length
  const holdsLink = marked.some(({ kind, start }) => kind === 'link' && start < end)
  return holdsLink || text.slice(end).trim() === '' ? 0 : end
}

/** What stands between blank lines. */
const paragraphsOf = (text: string, from: number): Stretch[] => {
  const found: Stretch[] = []
  for (const { 0: paragraph, index } of text.slice(from).matchAll(/\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*/g)) {
    const start = from + index
    found.push({ start, end: start + paragraph.trimEnd().length })
  }
  return found
}

const inner = (text: string, { start, end }: Stretch, marked: readonly Emphasis[]): string => {
  const within = marked
    .filter((one) => one.start < end && one.end > start)
    .map((one) => ({ ...one, start: Math.max(one.start, start) - start, end: Math.min(one.end, end) - start }))
  return renderEmphasis(text.slice(start, end), within, {
    words: (words) => escapeHtml(words).replace(/\r?\n/g, '<br>'),
    open: (one) => (one.kind === 'link' ? `<a href="${escapeHtml(one.href)}">` : `<${TAGS[one.kind]}>`),
    close: (one) => (one.kind === 'link' ? '</a>' : `</${TAGS[one.kind]}>`),
  })
}

const TAGS = { bold: 'strong', italic: 'em', strike: 's', code: 'code' } as const

/** Addresses in the text are links too, unless they stand in one, or are shown as code. */
const withLinks = (text: string, emphasis: readonly Emphasis[]): Emphasis[] => {
  const taken = emphasis.filter(({ kind }) => kind === 'link' || kind === 'code')
  const free = findLinks(text).filter(({ start, end }) => !taken.some((one) => one.start < end && one.end > start))
  const links = free.map((link): Emphasis => ({ ...link, kind: 'link' }))
  return [...emphasis, ...links].toSorted((a, b) => a.start - b.start || b.end - a.end)
}
