import { nextFree, type SlotsState } from '../../slots/slots-store.ts'
import { formatMoment, zoneCity } from '../../time/format-time.ts'
import { resolveWall } from '../../time/wall-time.ts'
import type { WhenChoice } from './when-choice.ts'

/** The chosen time in a few words: `Now`, `Next slot: Tomorrow, 09:00`, `Tue 1 Dec, 09:00 (Tokyo)`. */
export const whenLabel = (
  when: WhenChoice,
  slots: SlotsState,
  { zone, now }: { zone: string; now: number },
): string => {
  if (when.kind === 'now') return 'Now'
  if (when.kind === 'slot') {
    const at = nextFree(slots, when.planId, now)
    return at === null ? 'Next free slot' : `Next slot: ${formatMoment(at, zone, now)}`
  }
  const resolved = resolveWall(when.wall, when.zone)
  if (resolved === null) return 'Now'
  return formatMoment(resolved.at, when.zone, now) + (when.zone === zone ? '' : ` (${zoneCity(when.zone)})`)
}
