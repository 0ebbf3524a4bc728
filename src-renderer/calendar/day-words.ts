import { say } from '../words/say.ts'
import { dayInWords } from './days.ts'
import type { DayPlan } from './groups.ts'
import { changeOf } from './hours.ts'

/** How many items and free slots a day has. */
export const countDay = (plan: DayPlan | undefined): { posts: number; slots: number } => ({
  posts: (plan?.stops.filter(({ kind }) => kind === 'post').length ?? 0) + (plan?.more ?? 0),
  slots: plan?.stops.filter(({ kind }) => kind === 'slot').length ?? 0,
})

/** `Tuesday 1 December, 3 posts, 1 free slot`; for who cannot see it. */
export const dayAloud = (day: string, plan: DayPlan | undefined, { zone, today }: { zone: string; today: string }) => {
  const { posts, slots } = countDay(plan)
  return [
    dayInWords(day),
    ...(day === today ? [say('time.today')] : []),
    say('calendar.posts', { count: posts }),
    ...(slots === 0 ? [] : [say('calendar.free-slots', { count: slots })]),
    ...changeInWords(day, zone),
  ].join(', ')
}

/** What happens to the clocks on a day: nothing, or one sentence. */
export const changeInWords = (day: string, zone: string): string[] => {
  const minutes = changeOf(day, zone)
  if (minutes === 0) return []
  return [say(minutes > 0 ? 'calendar.clocks-forward' : 'calendar.clocks-back', { minutes: Math.abs(minutes) })]
}
