import { formatClock, formatMoment, formatRelative, zoneCity } from '../../time/format-time.ts'
import type { Resolved } from '../../time/wall-time.ts'

export type TimeLine = { text: string; tone: 'plain' | 'warn' }

type About = { wall: string; zone: string; /** The person's own zone. */ own: string; now: number }

/** What a chosen time comes to, in words: how far off, in the person's own zone, and what the clocks do that day. */
export const describeTime = ({ at, shift }: Resolved, { wall, zone, own, now }: About): TimeLine[] => {
  if (at <= now) return [{ text: 'This time has passed. Choose a later one.', tone: 'warn' }]
  const lines: TimeLine[] = [{ text: `${formatMoment(at, zone, now)}, ${formatRelative(at, now)}`, tone: 'plain' }]
  if (formatClock(at, own) !== formatClock(at, zone)) {
    lines.push({ text: `${formatMoment(at, own, now)} in ${zoneCity(own)}`, tone: 'plain' })
  }
  const hour = wall.slice(11)
  if (shift === 'gap') {
    lines.push({
      text: `Clocks go forward then, and ${hour} does not exist: it becomes ${formatClock(at, zone)}.`,
      tone: 'warn',
    })
  }
  if (shift === 'overlap') {
    lines.push({ text: `Clocks go back then, and ${hour} comes twice: the first one is taken.`, tone: 'warn' })
  }
  return lines
}
