import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import { formatSpan } from '../../time/format-time.ts'

/** What the channel allows of edits, in words; `over` when no edit is left. */
export type EditRule = { over: boolean; message: string; next: string }

const MINUTE = 60_000

/** Null where the channel sets no limit to edits. */
export const editRule = (
  edits: ChannelDescriptor['edits'],
  { publishedAt, versions }: Pick<Item, 'publishedAt' | 'versions'>,
  now: number,
): EditRule | null => {
  if (edits === null || (edits.withinMinutes === null && edits.max === null)) return null
  const { withinMinutes, max } = edits
  const ends = withinMinutes === null || publishedAt === null ? null : Date.parse(publishedAt) + withinMinutes * MINUTE
  if (ends !== null && ends <= now) {
    const span = formatSpan((withinMinutes ?? 0) * MINUTE)
    return { over: true, message: `The channel takes edits for ${span} only, and they are over.`, next: ELSE }
  }
  const left = max === null ? null : max - versions.length
  if (left !== null && left <= 0) {
    return { over: true, message: `All ${max} edits that the channel takes are used.`, next: ELSE }
  }
  const count = left === null ? null : `${left} of ${max} edits left`
  const time = ends === null ? null : `for another ${formatSpan(ends - now)}`
  return { over: false, message: `${[count, time].filter((one) => one !== null).join(', ')}.`, next: '' }
}

const ELSE = 'Take it down, or write a new post that corrects it.'
