import type { Context } from 'hono'
import type { Item } from '../../../../src-preload/contract/model/item.ts'
import type { When } from '../../../../src-preload/contract/model/post.ts'
import type { ApiEnv } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { malformed } from '../kit/malformed.ts'
import { fail } from './application-error.ts'
import { channelOf } from './content-kinds.ts'
import { readContent } from './read-content.ts'
import type { WireItem } from './read-item.ts'

/** Makes the post of an item, with its time in the same step; `path` is where the item stands in the request. */
export const saveItem = async (
  c: Context<ApiEnv>,
  book: AccountBook,
  wire: WireItem,
  when: When | null,
  path: readonly (string | number)[] = ['item'],
): Promise<Item> => {
  const account = book.find(wire.channel.accountId)
  if (account.channel !== channelOf(wire.channel.name)) {
    malformed(
      [...path, 'channel', 'name'],
      `Account ${wire.channel.accountId} is not on ${wire.channel.name.slice(0, 64)}.`,
    )
  }
  const once = wire.referenceId === undefined ? undefined : `wix:${c.var.key.id}:${wire.referenceId}`
  if (once !== undefined && (await c.var.side.answers.find(once)) !== null) referenceTaken()
  const content = await readContent(c, account, wire, path)
  const post = await ask(c.var.side, 'posts.save', {
    text: content.text ?? '',
    media: content.media ?? [],
    targets: [{ accountId: account.id, override: optionsOf(content.options) }],
    zone: 'UTC',
    ...(when !== null && { when }),
    ...(once !== undefined && { once }),
  })
  const [item] = post.items
  if (item === undefined) return fail(500, 'INTERNAL', 'The item was not made.')
  if (once !== undefined) await c.var.side.answers.keep(once, { status: 200, body: item.id })
  return item
}

export const optionsOf = (options: Record<string, unknown>) => (Object.keys(options).length > 0 ? { options } : {})

const referenceTaken = (): never =>
  fail(409, 'REFERENCE_ID_ALREADY_EXIST', 'An item with this referenceId was already made.')
