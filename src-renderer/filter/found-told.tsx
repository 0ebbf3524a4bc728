import { say } from '../words/say.ts'

type FoundToldProps = {
  /** Whether anything is looked for, and the answer is there. */
  found: boolean
  count: number
  /** Whether there are more than are loaded. */
  more: boolean
}

/** What a search or a filter came to, for who is in its field and cannot see the list. */
export const FoundTold = ({ found, count, more }: FoundToldProps) => (
  <output className="unseen">{found && say(more ? 'filter.found-more' : 'filter.found', { count })}</output>
)
