import { say } from '../../words/say.ts'

/** How many are picked, for who is in the list and cannot see the bar. `posts` as counted in words; null: none. */
export const PickedTold = ({ posts }: { posts: string | null }) => (
  <output className="unseen">{posts !== null && say('bulk.picked-told', { posts })}</output>
)
