import { refuseInEnglish } from '../../../core/refusal.ts'
import type { Caller } from '../caller/caller.ts'

/** The id of the item a person named by its own id or by that of a post with one item. */
export const findItemId = async (caller: Caller, wanted: string): Promise<string> => {
  if (wanted.startsWith('itm_')) return wanted
  if (!wanted.startsWith('pst_')) return notAnId(wanted)
  const { items } = await caller.call('posts.get', { postId: wanted })
  const [only] = items
  if (only !== undefined && items.length === 1) return only.id
  return only === undefined
    ? refuseInEnglish(
        'no-account',
        `The post ${wanted} has no account yet, so there is no item.`,
        'Choose an account for it first.',
      )
    : refuseInEnglish(
        'invalid-input',
        `The post ${wanted} has ${items.length} items.`,
        `Say which: ${items.map((item) => `${item.id} (${item.channel}, ${item.state})`).join(', ')}.`,
      )
}

/** The id of the post a person named by its own id or by that of one of its items. */
export const findPostId = async (caller: Caller, wanted: string): Promise<string> => {
  if (wanted.startsWith('pst_')) return wanted
  return wanted.startsWith('itm_') ? (await caller.call('items.get', { itemId: wanted })).postId : notAnId(wanted)
}

const notAnId = (wanted: string): never =>
  refuseInEnglish(
    'invalid-input',
    `"${wanted}" is not an id.`,
    'Use an id such as itm_... or pst_...; "posthorn items" lists them.',
  )
