import type { Context } from 'hono'
import type { Override } from '../../../../src-preload/contract/model/item.ts'
import type { ApiEnv } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { malformed } from '../kit/malformed.ts'
import { type Found, openBook } from './find-item.ts'
import { kindOf } from './content-kinds.ts'
import { readContent, type ReadContent } from './read-content.ts'
import { ITEM_FIELDS, type WireChange } from './read-item.ts'
import { optionsOf } from './save-item.ts'

/** Changes what is sent of an item and leaves the rest as it is. */
export const changeItem = async (c: Context<ApiEnv>, { row, post }: Found, wire: WireChange): Promise<void> => {
  const book = await openBook(c)
  if (wire.schedulingInfo != null) {
    malformed(['item', 'schedulingInfo'], 'The date is changed with Reschedule Item.')
  }
  const account = book.find(wire.channel?.accountId ?? row.accountId)
  if (account.channel !== row.channel) {
    malformed(['item', 'channel'], 'An item stays on its channel; make a new one for another.')
  }
  const hasContent = Object.keys(wire).some((name) => !ITEM_FIELDS.has(name) && wire[name] !== undefined)
  const now = kindOf(row.channel, row.override.options?.['type'])
  const content: ReadContent | null =
    hasContent || wire.type !== undefined
      ? await readContent(c, account, hasContent ? wire : { ...wire, [now.key]: {} }, ['item'])
      : null
  const alone = post.items.length === 1
  await ask(c.var.side, 'posts.save', {
    postId: post.id,
    // A post with one item is that item: its words are the post's own, where they are found.
    ...(alone && content?.text !== undefined && { text: content.text }),
    ...(alone && content?.media !== undefined && { media: content.media }),
    targets: post.items.map((item) =>
      item.id === row.id
        ? { accountId: account.id, override: overrideOf(item.override, content, alone) }
        : { accountId: item.accountId, override: item.override },
    ),
  })
}

const overrideOf = (before: Override, content: ReadContent | null, alone: boolean): Override => {
  if (content === null) return before
  const { text: _text, media: _media, options: _options, ...rest } = before
  const text = alone && content.text !== undefined ? undefined : (content.text ?? before.text)
  const media = alone && content.media !== undefined ? undefined : (content.media ?? before.media)
  return {
    ...rest,
    ...(text !== undefined && { text }),
    ...(media !== undefined && { media }),
    ...optionsOf({ ...before.options, ...content.options }),
  }
}
