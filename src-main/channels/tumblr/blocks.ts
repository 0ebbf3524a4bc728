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
  media: z.unknown(),
})
export type Block = z.infer<typeof block>

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
  const paragraphs = [...whole.matchAll(/\S(?:[^\n]|\n(?![^\S\n]*(?:\n|$)))*/g)]
  return paragraphs.flatMap(({ 0: paragraph, index }) =>
    pieces(paragraph.trimEnd()).map(({ start, end }) => blockOf(whole, index + start, index + end, marked)),
  )
}

type Stretch = { start: number; end: number }

/** Cut at a space where there is one. */
const pieces = (paragraph: string): Stretch[] => {
  const found: Stretch[] = []
  let start = 0
  while (start < paragraph.length) {
    const ahead = Array.from(paragraph.slice(start, start + BLOCK_LENGTH * 2))
    const most = ahead.slice(0, BLOCK_LENGTH).join('').length
    const isLast = start + most >= paragraph.length
    const space = paragraph.slice(start, start + most).search(/\s\S*$/)
    const end = isLast || space <= 0 ? start + most : start + space + 1
    found.push({ start, end })
    start = end
  }
  return found
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
