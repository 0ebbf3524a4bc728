import type { ChannelAllows, ChannelDescriptor, Combination } from '../../src-preload/contract/model/channel.ts'
import { formatNumber, formatSize, formatStretch, plural } from './figure-words.ts'

/*
 * The rules of a channel in few words, so that channels can be compared.
 */

/** A column of the comparison; `of` tells a channel's cell. */
export type Column = { key: string; name: string; of: (channel: ChannelDescriptor) => string }

export const COLUMNS: readonly Column[] = [
  { key: 'text', name: 'Text', of: ({ allows }) => textWords(allows.text) },
  { key: 'images', name: 'Images', of: ({ allows }) => imageWords(allows) },
  { key: 'video', name: 'Video', of: ({ allows }) => videoWords(allows) },
  { key: 'alt', name: 'Alt text', of: ({ allows }) => altWords(allows) },
  { key: 'threads', name: 'Threads', of: ({ can }) => yesOrNo(can.thread) },
  { key: 'edit', name: 'Edit', of: editWords },
  { key: 'delete', name: 'Delete', of: ({ can }) => yesOrNo(can.unpublish) },
  { key: 'schedule', name: 'Own schedule', of: ({ allows }) => scheduleWords(allows.scheduleMinutes) },
]

export const yesOrNo = (is: boolean): string => (is ? 'Yes' : 'No')

export const textWords = (limits: ChannelAllows['text']): string =>
  limits.length === 0 ? 'No limit' : limits.map(({ max, unit }) => `${formatNumber(max)} ${unit}`).join(', ')

const largest = ({ content }: ChannelAllows, of: 'images' | 'videos'): number =>
  Math.max(0, ...content.flatMap(({ takes }) => takes.map((one) => one[of])))

/** What a post takes that is not asked to be anything. */
const usual = ({ content }: ChannelAllows): readonly Combination[] => content[0]?.takes ?? []

const imageWords = (allows: ChannelAllows): string => {
  const { images } = allows
  const most = largest(allows, 'images')
  if (images === null || most === 0) return 'None'
  return sized(most === 1 ? '1' : `Up to ${formatNumber(most)}`, images.maxBytes)
}

const videoWords = (allows: ChannelAllows): string => {
  const { videos } = allows
  const most = largest(allows, 'videos')
  if (videos === null || most === 0) return 'None'
  const longest = Math.max(0, ...usual(allows).map(({ seconds }) => seconds.most ?? 0), videos.seconds.most ?? 0)
  const count = most === 1 ? '1' : `Up to ${formatNumber(most)}`
  return sized(count, videos.maxBytes, longest === 0 ? [] : [formatStretch(longest)])
}

/** `1, up to 3 minutes, 300 MB`; `Up to 4, 5 MB each`. */
const sized = (count: string, maxBytes: number | null, others: readonly string[] = []): string => {
  const limits = [...others, ...(maxBytes === null ? [] : [formatSize(maxBytes)])].join(', ')
  if (limits === '') return count
  return count === '1' ? `1, up to ${limits}` : `${count}, ${limits} each`
}

export const altWords = ({ alt, images, videos }: ChannelAllows): string => {
  if (images === null && videos === null) return 'None'
  if (alt === null) return 'No'
  return alt.max === null ? 'Yes' : plural(alt.max, 'character')
}

export function editWords({ can, edits }: Pick<ChannelDescriptor, 'can' | 'edits'>): string {
  if (!can.edit) return 'No'
  const within = edits?.withinMinutes ?? null
  const max = edits?.max ?? null
  const limits = [
    ...(within === null ? [] : [`for ${formatStretch(within * 60)}`]),
    ...(max === null ? [] : [max === 1 ? 'once' : `${max} times`]),
  ]
  return limits.length === 0 ? 'Yes' : `Yes, ${limits.join(', ')}`
}

export const scheduleWords = (minutes: number | null): string =>
  minutes === null ? 'No' : minutes === 0 ? 'Yes' : `Yes, from ${formatStretch(minutes * 60)} ahead`

/** What may stand together, as `2 to 10 images or videos`. */
export const combinationWords = (one: Combination): string => {
  const { least, most } = one.media
  if (most === 0) return one.link ? 'Words with a link' : 'Words alone'
  const kinds = (['images', 'videos', 'documents'] as const).filter((kind) => one[kind] > 0)
  const isEachAlike = kinds.every((kind) => one[kind] === most)
  if (!isEachAlike) return kinds.map((kind) => plural(one[kind], kind.slice(0, -1))).join(one.mixed ? ' and ' : ' or ')
  const names = kinds.map((kind) => (most === 1 ? kind.slice(0, -1) : kind)).join(one.mixed ? ' and ' : ' or ')
  const count = least === most ? `${most}` : least <= 1 ? `Up to ${most}` : `${least} to ${most}`
  return `${count} ${names}${least === 0 ? ', or none' : ''}`
}

export const WORDS_IN: Readonly<Record<Combination['words'], string>> = {
  needed: 'Needed',
  optional: 'If you like',
  'not-shown': 'Not shown',
}

/** `3 seconds to 15 minutes`; empty where nothing is told. */
export const lengthWords = ({ least, most }: Combination['seconds']): string => {
  if (most === null) return least === null ? '' : `From ${formatStretch(least)}`
  return least === null ? `Up to ${formatStretch(most)}` : `${formatStretch(least)} to ${formatStretch(most)}`
}
