import type { ChannelAllows, ChannelDescriptor, Combination } from '../../src-preload/contract/model/channel.ts'
import { say, sayList, sayNumber } from '../words/say.ts'
import { formatStretch } from './figure-words.ts'
import { formatSize } from '../words/size.ts'

/*
 * The rules of a channel in few words, so that channels can be compared.
 */

/** A column of the comparison; `of` tells a channel's cell. */
type Column = {
  key: 'text' | 'images' | 'video' | 'alt' | 'threads' | 'edit' | 'delete' | 'schedule'
  of: (channel: ChannelDescriptor) => string
}

export const COLUMNS: readonly Column[] = [
  { key: 'text', of: ({ allows }) => textWords(allows.text) },
  { key: 'images', of: ({ allows }) => imageWords(allows) },
  { key: 'video', of: ({ allows }) => videoWords(allows) },
  { key: 'alt', of: ({ allows }) => altWords(allows) },
  { key: 'threads', of: ({ can }) => yesOrNo(can.thread) },
  { key: 'edit', of: editWords },
  { key: 'delete', of: ({ can }) => yesOrNo(can.unpublish) },
  { key: 'schedule', of: ({ allows }) => scheduleWords(allows.scheduleMinutes) },
]

export const columnName = (key: Column['key']): string => say(`channels.column-${key}`)

export const yesOrNo = (is: boolean): string => say(is ? 'channels.yes' : 'channels.no')

/** Whether a cell says that something is not to be had. */
export const saysNo = (words: string): boolean => words === say('channels.no') || words === say('channels.none')

const upTo = (what: string): string => say('channels.up-to', { what })

export const textWords = (limits: ChannelAllows['text']): string =>
  limits.length === 0
    ? say('channels.no-limit')
    : limits.map(({ max, unit }) => say('channels.so-much', { count: max, unit })).join(', ')

const largest = ({ content }: ChannelAllows, of: 'images' | 'videos'): number =>
  Math.max(0, ...content.flatMap(({ takes }) => takes.map((one) => one[of])))

/** What a post takes that is not asked to be anything. */
const usual = ({ content }: ChannelAllows): readonly Combination[] => content[0]?.takes ?? []

const imageWords = (allows: ChannelAllows): string => {
  const { images } = allows
  const most = largest(allows, 'images')
  if (images === null || most === 0) return say('channels.none')
  return sized(most, images.maxBytes)
}

const videoWords = (allows: ChannelAllows): string => {
  const { videos } = allows
  const most = largest(allows, 'videos')
  if (videos === null || most === 0) return say('channels.none')
  const longest = Math.max(0, ...usual(allows).map(({ seconds }) => seconds.most ?? 0), videos.seconds.most ?? 0)
  return sized(most, videos.maxBytes, longest === 0 ? [] : [formatStretch(longest)])
}

/** `1, up to 3 minutes, 300 MB`; `Up to 4, 5 MB each`. */
const sized = (most: number, maxBytes: number | null, others: readonly string[] = []): string => {
  const count = most === 1 ? sayNumber(1) : upTo(sayNumber(most))
  const limits = [...others, ...(maxBytes === null ? [] : [formatSize(maxBytes)])].join(', ')
  if (limits === '') return count
  return most === 1 ? say('channels.one-up-to', { limits }) : say('channels.each', { count, limits })
}

export const altWords = ({ alt, images, videos }: ChannelAllows): string => {
  if (images === null && videos === null) return say('channels.none')
  if (alt === null) return say('channels.no')
  return alt.max === null ? say('channels.yes') : say('channels.characters', { count: alt.max })
}

export function editWords({ can, edits }: Pick<ChannelDescriptor, 'can' | 'edits'>): string {
  if (!can.edit) return say('channels.no')
  const within = edits?.withinMinutes ?? null
  const max = edits?.max ?? null
  const limits = [
    ...(within === null ? [] : [say('channels.edit-for', { span: formatStretch(within * 60) })]),
    ...(max === null ? [] : [say('channels.edit-times', { count: max })]),
  ]
  return limits.length === 0 ? say('channels.yes') : say('channels.edit-yes', { limits: limits.join(', ') })
}

export const scheduleWords = (minutes: number | null): string =>
  minutes === null || minutes === 0
    ? yesOrNo(minutes !== null)
    : say('channels.ahead', { span: formatStretch(minutes * 60) })

/** What may stand together, as `2 to 10 images or videos`. */
export const combinationWords = (one: Combination): string => {
  const { least, most } = one.media
  if (most === 0) return say(one.link ? 'channels.with-link' : 'channels.words-alone')
  const kinds = (['images', 'videos', 'documents'] as const).filter((kind) => one[kind] > 0)
  const isEachAlike = kinds.every((kind) => one[kind] === most)
  const join = (names: readonly string[]): string => sayList(names, one.mixed ? 'conjunction' : 'disjunction')
  if (!isEachAlike) return join(kinds.map((kind) => say(`channels.count-${kind}`, { count: one[kind] })))
  const names = join(kinds.map((kind) => say(`channels.name-${kind}`, { count: most })))
  return say(least === 0 ? 'channels.combined-or-none' : 'channels.combined', {
    count: countWords(least, most),
    kinds: names,
  })
}

const countWords = (least: number, most: number): string => {
  if (least === most) return sayNumber(most)
  return least <= 1 ? upTo(sayNumber(most)) : say('channels.range', { least, most })
}

export const wordsIn = ({ words }: Combination): string => say(`channels.words-${words}`)

/** `3 seconds to 15 minutes`; empty where nothing is told. */
export const lengthWords = ({ least, most }: Combination['seconds']): string => {
  if (most === null) return least === null ? '' : say('channels.from', { span: formatStretch(least) })
  if (least === null) return upTo(formatStretch(most))
  return say('channels.from-to', { least: formatStretch(least), most: formatStretch(most) })
}
