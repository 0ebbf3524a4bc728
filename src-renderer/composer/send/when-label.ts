import { nextFree, type SlotsState } from '../../slots/slots-store.ts'
import { formatMoment, zoneCity } from '../../time/format-time.ts'
import { resolveWall } from '../../time/wall-time.ts'
import { say } from '../../words/say.ts'
import type { OwnTime } from '../draft/draft.ts'
import type { WhenChoice } from './when-choice.ts'

type Here = { /** The person's own zone. */ zone: string; now: number }

/** The chosen time in a few words: `Now`, `Next slot: Tomorrow, 09:00`, `Tue 1 Dec, 09:00 (Tokyo)`. */
export const whenLabel = (when: WhenChoice, slots: SlotsState, here: Here): string => {
  if (when.kind === 'now') return say('composer.now')
  if (when.kind === 'slot') {
    const at = nextFree(slots, when.planId, here.now)
    return at === null
      ? say('composer.when-free-slot')
      : say('composer.when-next-slot', { moment: formatMoment(at, here.zone, here.now) })
  }
  return timeLabel(when, here)
}

/** The same without what kind of time it is, where there is little room; null where that says no more. */
export const whenMoment = (when: WhenChoice, slots: SlotsState, here: Here): string | null => {
  const at = when.kind === 'slot' ? nextFree(slots, when.planId, here.now) : null
  return at === null ? null : formatMoment(at, here.zone, here.now)
}

/** A wall time in a few words, with its place where that is another than the person's. */
export const timeLabel = ({ wall, zone }: OwnTime, here: Here): string => {
  const resolved = resolveWall(wall, zone)
  if (resolved === null) return say('composer.now')
  const moment = formatMoment(resolved.at, zone, here.now)
  return zone === here.zone ? moment : say('composer.when-elsewhere', { moment, city: zoneCity(zone) })
}
