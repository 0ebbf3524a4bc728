import { formatMomentInText, formatSpan } from '../../time/format-time.ts'
import { say } from '../../words/say.ts'

/** What is decided about what was missed. */
export type ReviewChoice = 'publish-now' | 'next-slot' | 'time' | 'skip'

/** What the sheet is called: `3 posts were missed`. */
export const reviewTitle = (count: number): string => say('review.missed', { count })

/** When it should have gone out, and how long ago that was. */
export const missedWhen = (at: number | null, zone: string, now: number): string => {
  if (at === null) return say('review.time-passed')
  const time = formatMomentInText(at, zone, now)
  return now - at < 60_000
    ? say('review.due', { time })
    : say('review.due-ago', { time, ago: say('time.ago', { span: formatSpan(now - at) }) })
}

/** What was done: `3 posts skipped.`; posts of one account that go out now go one after the other. */
export const reviewed = (choice: ReviewChoice, count: number): string => say(`review.done-${choice}`, { count })
