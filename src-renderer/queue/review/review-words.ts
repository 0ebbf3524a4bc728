import { formatMomentInText, formatSpan } from '../../time/format-time.ts'

/** What is decided about what was missed. */
export type ReviewChoice = 'publish-now' | 'next-slot' | 'time' | 'skip'

/** What the sheet is called: `3 posts were missed`. */
export const reviewTitle = (count: number): string =>
  count === 0 ? 'Nothing is missed' : count === 1 ? '1 post was missed' : `${count} posts were missed`

/** When it should have gone out, and how long ago that was. */
export const missedWhen = (at: number | null, zone: string, now: number): string =>
  at === null
    ? 'Its time passed'
    : now - at < 60_000
      ? `Due ${formatMomentInText(at, zone, now)}`
      : `Due ${formatMomentInText(at, zone, now)}, ${formatSpan(now - at)} ago`

const DONE: Readonly<Record<ReviewChoice, string>> = {
  'publish-now': 'going out now',
  'next-slot': 'moved to a free slot',
  time: 'moved to another time',
  skip: 'skipped',
}

/** What was done: `3 posts skipped.`; posts of one account that go out now go one after the other. */
export const reviewed = (choice: ReviewChoice, count: number): string =>
  `${count === 1 ? '1 post' : `${count} posts`} ${DONE[choice]}${choice === 'publish-now' && count > 1 ? ', one after the other' : ''}.`
