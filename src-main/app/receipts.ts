import { refuse } from '../core/refusal.ts'
import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { Post } from '../../src-preload/contract/model/post.ts'
import type { Store } from '../core/ports.ts'
import type { Millis } from '../core/records.ts'
import type { App } from './app.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** How long a caller's own key is known, in milliseconds. */
const KEEP: Millis = 86_400_000

type Asked = Parsed<'posts.save'>

/** The post that this key already made, within the step that would make another; refuses the key for another content. */
export const postOnce = async (within: Store, { digest, clock }: World, asked: Asked): Promise<Post | null> => {
  if (asked.once === undefined) return null
  const known = await within.receipts.get(asked.once)
  if (!known || known.at <= clock.now() - KEEP) return null
  if (known.hash === (await digest(JSON.stringify(asked)))) return known.post
  return refuse(
    'once-conflict',
    'This key was used for another post within the last 24 hours.',
    'Use a new key for a new post, or send exactly the same content again.',
    { field: 'once', told: because('once-used') },
  )
}

/** Proves that the key made this post: written in the same step. */
export const keepReceipt = async (within: Store, { digest, clock }: World, asked: Asked, post: Post): Promise<void> => {
  if (asked.once === undefined) return
  const hash = await digest(JSON.stringify(asked))
  await within.receipts.put({ once: asked.once, hash, post, answer: null, at: clock.now() })
}

/** What was answered to a key, in the words of whoever asked. */
export const createAnswers = ({ store, clock }: World): App['answers'] => ({
  find: async (once) => {
    const known = await store.receipts.get(once)
    return known && known.at > clock.now() - KEEP ? known.answer : null
  },
  keep: (once, answer) =>
    store.transaction(async (within) => {
      const known = await within.receipts.get(once)
      if (known) await within.receipts.put({ ...known, answer })
    }),
})

/** Forgets keys that are past their day. */
export const purgeReceipts = ({ store, clock }: World): Promise<void> => store.receipts.purge(clock.now() - KEEP)
