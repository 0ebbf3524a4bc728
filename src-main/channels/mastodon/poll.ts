import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Problem } from '../../../src-preload/contract/model/post.ts'
import type { Draft } from '../channel.ts'
import { error, warning } from '../check/problem.ts'
import { mastodonOptions, type MastodonOptions } from '../rules/mastodon.ts'
import { pollOn } from './limits.ts'
import type { MastodonSettings } from './settings.ts'

const DAY_IN_MINUTES = 1440
const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

export const optionsOf = ({ options }: Pick<Draft, 'options'>): MastodonOptions =>
  mastodonOptions.safeParse(options).data ?? {}

/** A poll as it is sent. */
export const pollOf = ({ poll_options, poll_minutes, poll_multiple }: MastodonOptions) =>
  poll_options && {
    options: poll_options,
    expires_in: (poll_minutes ?? DAY_IN_MINUTES) * 60,
    multiple: poll_multiple ?? false,
  }

/** What stands against the poll of a draft on the account's server. */
export const judgePoll = (draft: Draft, { limits }: MastodonSettings): Problem[] => {
  const { poll_options: choices, poll_minutes: minutes, poll_multiple: multiple } = optionsOf(draft)
  const rules = pollOn(limits)
  const because = (code: string, message: Sentence, next: Sentence) => error(code, message, next, 'options')
  if (!choices) {
    const idle = minutes !== undefined || multiple !== undefined
    const message: Sentence = 'There is no poll: what is said of one has no effect.'
    return idle ? [warning('option-unused', message, 'Give it choices, or take it out.', 'options')] : []
  }
  const problems: Problem[] = []
  const tooLong = choices.find((choice) => [...graphemes.segment(choice)].length > rules.characters)
  if (draft.media.length > 0) {
    problems.push(because('poll-with-media', 'A post with a poll takes no files.', 'Leave out one of them.'))
  }
  if (draft.text.trim() === '') {
    problems.push(because('poll-without-text', 'A poll needs a text.', 'Write what is asked.'))
  }
  if (choices.length > rules.choices) {
    const message: Sentence = `A poll takes at most ${rules.choices} choices here; this has ${choices.length}.`
    problems.push(because('poll-too-long', message, 'Remove some of them.'))
  }
  if (tooLong !== undefined) {
    const message: Sentence = `A choice takes at most ${rules.characters} characters here, and "${tooLong}" is longer.`
    problems.push(because('poll-too-long', message, 'Shorten it.'))
  }
  if (new Set(choices).size < choices.length) {
    problems.push(because('poll-repeats', 'Two choices of the poll are the same.', 'Change one of them.'))
  }
  if (minutes !== undefined && (minutes < rules.leastMinutes || minutes > rules.mostMinutes)) {
    const message: Sentence = `A poll is open for ${rules.leastMinutes} to ${rules.mostMinutes} minutes here.`
    problems.push(because('poll-time', message, 'Choose another time.'))
  }
  return problems
}
