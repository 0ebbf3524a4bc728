import { z } from 'zod'
import type { Emphasis } from '../../core/rich-text.ts'
import type { Draft } from '../channel.ts'
import { findLinks } from '../kit/find-links.ts'
import { BLOCK_LENGTH, tumblrOptions } from '../rules/tumblr.ts'

/** A block as Tumblr keeps it, of whatever type. */
export const block = z.looseObject({
  type: z.string(),
  text: z.string().optional(),
  url: z.string().optional(),
  alt_text: z.string().nullish(),
  media: z.unknown().optional(),
})

type Format = { start: number; end: number; type: 'bold' | 'italic' | 'strikethrough' | 'link'; url?: string }
export type TextBlock = { type: 'text'; subtype?: 'heading1'; text: string; formatting?: Format[] }
/** Anything that is written as a block. */
export type Written = TextBlock | Record<string, unknown>

const TYPES = { bold: 'bold', italic: 'italic', strike: 'strikethrough', link: 'link' } as const

export const toldOf = ({ options }: Pick<Draft, 'options'>) => tumblrOptions.safeParse(options).data ?? {}

/** All of a post: its heading, its files, its words, its link; and how its images stand side by side. */
export const contentOf = (draft: Draft, files: readonly Written[]) => {
  const { title, link, images_per_row: inRow = 1 } = toldOf(draft)
  const heading: Written[] =
    title === undefined ? [] : [{ type: 'text', subtype: 'heading1', text: title.toWellFormed() }]
  const card: Written[] = link === undefined ? [] : [{ type: 'link', url: link }]
  const content = [...heading, ...files, ...textBlocks(draft), ...card]
  const rows = inRow > 1 ? rowsOf(content, inRow) : null
  return { content, ...(rows && { layout: [{ type: 'rows', display: rows.map((blocks) => ({ blocks })) }] }) }
}

/** The numbers of all blocks, images next to each other in rows of so many. */
const rowsOf = (content: readonly Written[], inRow: number): number[][] => {
  const rows: number[][] = []
  const isImage = (index: number | undefined) => index !== undefined && content[index]?.['type' as never] === 'image'
  for (const index of content.keys()) {
    const last = rows.at(-1)
    if (last && last.length < inRow && isImage(index) && isImage(last.at(-1))) last.push(index)
    else rows.push([index])
  }
  return rows
}

/** A block for each paragraph, and more for one that is longer than a block. */
export const textBlocks = ({ text, emphasis }: Pick<Draft, 'text' | 'emphasis'>): TextBlock[] => {
  const whole = text.toWellFormed()
  const marked = withLinks(whole, emphasis)
  return paragraphsOf(whole).flatMap((paragraph) =>
    pieces(whole.slice(paragraph.start, paragraph.end)).map(({ start, end }) =>
      blockOf(whole, paragraph.start + start, paragraph.start + end, marked),
    ),
  )
}

type Stretch = { start: number; end: number }

/** What stands between blank lines. */
const paragraphsOf = (text: string): Stretch[] => {
  const found: Stretch[] = []
  const add = (start: number, end: number) => {
    const paragraph = text.slice(start, end)
    const from = start + paragraph.length - paragraph.trimStart().length
    found.push({ start: from, end: Math.max(from, start + paragraph.trimEnd().length) })
  }
  let at = 0
  for (const { 0: gap, index } of text.matchAll(/\n\s*\n/g)) {
    add(at, index)
    at = index + gap.length
  }
  add(at, text.length)
  return found.filter(({ start, end }) => start < end)
}

/** Cut at a space where there is one. */
const pieces = (paragraph: string): Stretch[] => {
  const found: Stretch[] = []
  let start = 0
  while (start < paragraph.length) {
    const most = unitsOf(paragraph, start, BLOCK_LENGTH)
    const isLast = start + most >= paragraph.length
    const ahead = paragraph.slice(start, start + most)
    const space = Math.max(ahead.lastIndexOf(' '), ahead.lastIndexOf('\n'))
    const end = isLast || space <= 0 ? start + most : start + space + 1
    found.push({ start, end })
    start = end
  }
  return found
}

/** How many units of UTF-16 so many code points take from there on, or fewer at the end. */
const unitsOf = (text: string, start: number, points: number): number => {
  let at = start
  for (let left = points; left > 0 && at < text.length; left -= 1) at += (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1
  return at - start
}

/** Tumblr counts in code points. */
const blockOf = (whole: string, start: number, end: number, marked: readonly Emphasis[]): TextBlock => {
  const points = (until: number) => Array.from(whole.slice(start, until)).length
  const formatting = marked.flatMap((one): Format[] => {
    if (one.kind === 'code' || one.start >= end || one.end <= start) return []
    const span = { start: points(Math.max(one.start, start)), end: points(Math.min(one.end, end)) }
    return [{ ...span, type: TYPES[one.kind], ...(one.kind === 'link' && { url: one.href }) }]
  })
  return { type: 'text', text: whole.slice(start, end), ...(formatting.length > 0 && { formatting }) }
}

/** Addresses in the text are links too, unless they stand in one. */
const withLinks = (text: string, emphasis: readonly Emphasis[]): Emphasis[] => {
  const taken = emphasis.filter(({ kind }) => kind === 'link')
  const free = findLinks(text).filter(({ start, end }) => !taken.some((one) => one.start < end && one.end > start))
  return [...emphasis, ...free.map((link): Emphasis => ({ ...link, kind: 'link' }))]
}
