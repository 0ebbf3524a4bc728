import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { Draft } from '../channel.ts'
import { error, warning } from '../check/problem.ts'
import { blueskyOptions, type BlueskyOptions } from '../rules/bluesky.ts'

export const optionsOf = ({ options }: Pick<Draft, 'options'>): BlueskyOptions =>
  blueskyOptions.safeParse(options).data ?? {}

/** What stands against the options of a draft, beside what each may be. */
export const judgeOptions = (draft: Draft): Problem[] => {
  const { replies, replies_list: list, reply_to: answered } = optionsOf(draft)
  const problems: Problem[] = []
  if (replies === 'list' && list === undefined) {
    problems.push(
      error('option-invalid', 'It is not said which list may reply.', 'Enter the address of the list.', 'options'),
    )
  }
  if (replies !== 'list' && list !== undefined) {
    const message = 'The list has no effect: who may reply is not told by a list.'
    problems.push(warning('option-unused', message, 'Let a list reply, or take it out.', 'options'))
  }
  if (answered !== undefined && replies !== undefined && replies !== 'everybody') {
    const message = 'Who may reply is told by the post that begins a thread; this one is a reply.'
    problems.push(warning('option-unused', message, 'Nothing to do if that is fine.', 'options'))
  }
  return problems
}
