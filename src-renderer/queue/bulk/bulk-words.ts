import type { BulkAction, BulkResult } from './bulk-action.ts'

const DONE: Readonly<Record<BulkAction['kind'], string>> = {
  cancel: 'cancelled',
  retry: 'sent again',
  reschedule: 'rescheduled',
  delete: 'deleted',
  tag: 'tagged',
}

export const countPosts = (count: number): string => (count === 1 ? '1 post' : `${count} posts`)

/** What was done to one row, as a word. */
export const doneWord = (kind: BulkAction['kind']): string => DONE[kind].replace(/^./, (first) => first.toUpperCase())

/** The whole of it: `3 posts cancelled.`, `2 of 3 posts cancelled.` */
export const sumUp = (kind: BulkAction['kind'], results: readonly BulkResult[]): string => {
  const done = results.filter((one) => one.failure === null).length
  return done === results.length
    ? `${countPosts(done)} ${DONE[kind]}.`
    : `${done} of ${countPosts(results.length)} ${DONE[kind]}.`
}
