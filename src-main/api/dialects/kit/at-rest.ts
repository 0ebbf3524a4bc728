import type { ItemState } from '../../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../../src-preload/contract/model/post.ts'
import type { Side } from '../../api-env.ts'
import { ask } from './ask.ts'

/** The longest an answer waits for the channels, in milliseconds: shorter than what clients wait for an answer. */
const PATIENCE = 25_000

/** States in which nothing more happens at once. What waits says for what. */
const AT_REST: ReadonlySet<ItemState> = new Set([
  'draft',
  'waiting',
  'published',
  'failed',
  'unconfirmed',
  'missed',
  'cancelled',
])

/** The post once all of its items came to a rest, or as it stands when patience or the caller's interest ends. */
export const atRest = async (side: Side, postId: string, interest: AbortSignal): Promise<Post> => {
  const ended = new AbortController()
  const patience = setTimeout(() => ended.abort(), PATIENCE)
  const until = AbortSignal.any([ended.signal, interest])
  let stir = () => {}
  let stirred = Promise.resolve()
  const rearm = () => {
    const { promise, resolve } = Promise.withResolvers<void>()
    stirred = promise
    stir = resolve
  }
  const unsubscribe = side.subscribe((event) => {
    if (event.kind === 'item-changed' && event.item.postId === postId) stir()
  })
  until.addEventListener('abort', () => stir(), { once: true })
  try {
    for (;;) {
      rearm()
      const post = await ask(side, 'posts.get', { postId })
      if (until.aborted || post.items.every((item) => AT_REST.has(item.state))) return post
      await stirred
    }
  } finally {
    clearTimeout(patience)
    unsubscribe()
  }
}
