import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import { formatSpan } from '../../time/format-time.ts'
import { say } from '../../words/say.ts'

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
    return { over: true, message: say('item.edits-over', { span }), next: say('item.edits-else') }
  }
  const left = max === null ? null : max - versions.length
  if (left !== null && left <= 0) {
    return { over: true, message: say('item.edits-used', { count: max ?? 0 }), next: say('item.edits-else') }
  }
  const count = left === null ? null : say('item.edits-left', { left, max: max ?? 0 })
  const time = ends === null ? null : say('item.edits-for', { span: formatSpan(ends - now) })
  return { over: false, message: `${[count, time].filter((one) => one !== null).join(', ')}.`, next: '' }
}
