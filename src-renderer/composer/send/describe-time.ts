import { formatClock, formatMoment, formatRelative, zoneCity } from '../../time/format-time.ts'
import type { Resolved } from '../../time/wall-time.ts'
import { say } from '../../words/say.ts'

export type TimeLine = { text: string; tone: 'plain' | 'warn' }

type About = { wall: string; zone: string; /** The person's own zone. */ own: string; now: number }

/** What a chosen time comes to, in words: how far off, in the person's own zone, and what the clocks do that day. */
export const describeTime = ({ at, shift }: Resolved, { wall, zone, own, now }: About): TimeLine[] => {
  if (at <= now) return [{ text: say('composer.time-passed'), tone: 'warn' }]
  const far = say('composer.time-far', { moment: formatMoment(at, zone, now), relative: formatRelative(at, now) })
  const lines: TimeLine[] = [{ text: far, tone: 'plain' }]
  if (formatClock(at, own) !== formatClock(at, zone)) {
    const text = say('composer.time-at-home', { moment: formatMoment(at, own, now), city: zoneCity(own) })
    lines.push({ text, tone: 'plain' })
  }
  const hour = wall.slice(11)
  if (shift === 'gap') {
    lines.push({ text: say('composer.time-gap', { hour, clock: formatClock(at, zone) }), tone: 'warn' })
  }
  if (shift === 'overlap') lines.push({ text: say('composer.time-overlap', { hour }), tone: 'warn' })
  return lines
}
