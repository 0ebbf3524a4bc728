import { say } from '../../words/say.ts'
import type { BulkAction, BulkResult } from './bulk-action.ts'

export const countPosts = (count: number): string => say('bulk.posts', { count })

/** What was done to one row, as a word. */
export const doneWord = (kind: BulkAction['kind']): string => say(`bulk.word-${kind}`)

/** The whole of it: `3 posts cancelled.`, `2 of 3 posts cancelled.` */
export const sumUp = (kind: BulkAction['kind'], results: readonly BulkResult[]): string => {
  const done = results.filter((one) => one.failure === null).length
  return done === results.length
    ? say(`bulk.done-${kind}`, { count: done })
    : say(`bulk.some-${kind}`, { done, posts: countPosts(results.length) })
}
