import { Temporal } from 'temporal-polyfill'
import { isZone } from '../../core/zones.ts'
import type { Emphasis } from '../../core/rich-text.ts'
import type { Draft } from '../channel.ts'
import { toMarkdown } from '../kit/markdown.ts'
import { folderOptions } from '../rules/folder.ts'

const TITLE_LENGTH = 80
const SLUG_LENGTH = 60
const segmenter = new Intl.Segmenter()

/** A post's title and the text without it: a heading in the first line, else the start of the first line. */
export const splitTitle = ({ text, media }: Pick<Draft, 'text' | 'media'>): { title: string; body: string } => {
  const whole = text.toWellFormed().trim()
  const [first = ''] = whole.split(/\r?\n/)
  const heading = /^#{1,6}\s+(.*?)\s*#*$/.exec(first)?.[1]
  if (heading) return { title: oneLine(heading), body: whole.slice(first.length).trim() }
  const title = oneLine(first) || oneLine(media.find(({ alt }) => alt.trim() !== '')?.alt ?? '')
  return { title: title || 'Untitled', body: whole }
}

/** A post's title and its text as Markdown; a title that is told stands beside the whole text. */
export const wordsOf = (draft: Draft): { title: string; body: string } => {
  const told = folderOptions.safeParse(draft.options).data?.title?.replace(/\s+/g, ' ').trim() ?? ''
  const read = splitTitle(draft)
  const body = told === '' ? read.body : draft.text.toWellFormed().trim()
  const end = draft.text.trimEnd().length
  const from = end - body.length
  const emphasis = draft.emphasis
    .filter((one) => one.start < end && one.end > from)
    .map((one): Emphasis => ({ ...one, start: Math.max(one.start, from) - from, end: Math.min(one.end, end) - from }))
  return { title: told || read.title, body: toMarkdown({ text: body, emphasis }) }
}

/** A name for files and addresses: letters and digits of any script, lower case, dashes between. */
export const slugOf = (title: string): string => {
  const plain = title
    .normalize('NFKD')
    // Latin letters lose their accents; in other scripts marks are part of the word.
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
  const trimmed = (slug: string) => slug.replace(/^-+|-+$/g, '')
  return trimmed(Array.from(trimmed(plain)).slice(0, SLUG_LENGTH).join('')) || 'post'
}

/** The instant as a clock in the zone shows it, with its offset: `2026-12-01T09:00:00+01:00`. */
export const localDate = (at: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(isZone(zone) ? zone : 'UTC')
    .toString({ timeZoneName: 'never', smallestUnit: 'second' })

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  const graphemes = [...segmenter.segment(line)]
  if (graphemes.length <= TITLE_LENGTH) return line
  const cut = line.slice(0, graphemes[TITLE_LENGTH - 1]?.index)
  if (line[cut.length] === ' ') return `${cut}…`
  const space = cut.lastIndexOf(' ')
  return `${space > cut.length / 2 ? cut.slice(0, space) : cut}…`
}
