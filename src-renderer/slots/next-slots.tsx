import { CalendarPlus } from 'lucide-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { SlotPlan } from '../../src-preload/contract/model/slot-plan.ts'
import { useDesk } from '../shell/desk-context.ts'
import { writeRoute } from '../shell/route.ts'
import { formatMoment, zoneCity } from '../time/format-time.ts'
import { useNow } from '../time/use-now.ts'
import { Button } from '../ui/button.tsx'
import { say } from '../words/say.ts'
import type { SlotPreview } from './slots-store.ts'

const FIRST = 10

type NextSlotsProps = { plan: SlotPlan; entries: readonly SlotPreview[] }

/** The slots to come, and who holds them. */
export const NextSlots = ({ plan, entries }: NextSlotsProps) => {
  const { settings } = useDesk()
  const zone = useStore(settings.state, (s) => s.zone)
  const now = useNow(60_000)
  const [shown, setShown] = useState(FIRST)
  const ahead = entries.filter(({ at }) => Date.parse(at) > now)
  const free = ahead.find((slot) => slot.post === null)
  return (
    <section className="next-slots" aria-label={say('slots.next')}>
      <h3>{say('slots.next')}</h3>
      {ahead.length === 0 ? (
        <p className="soft">{say('slots.next-none')}</p>
      ) : (
        <ol>
          {ahead.slice(0, shown).map((slot) => (
            <SlotLine key={slot.at} slot={slot} next={slot.at === free?.at} plan={plan} zone={zone} now={now} />
          ))}
        </ol>
      )}
      {ahead.length > shown && (
        <Button size="small" look="quiet" onPress={() => setShown(shown + 2 * FIRST)}>
          {say('slots.show-more')}
        </Button>
      )}
    </section>
  )
}

type SlotLineProps = {
  slot: SlotPreview
  /** Whether the next post gets it. */ next: boolean
  plan: SlotPlan
  zone: string
  now: number
}

const SlotLine = ({ slot: { at, post }, next, plan, zone, now }: SlotLineProps) => {
  const { route, composer } = useDesk()
  const there =
    plan.zone === zone
      ? undefined
      : say('slots.moment-in', { moment: formatMoment(Date.parse(at), plan.zone, now), city: zoneCity(plan.zone) })
  const to = post === null ? null : ({ room: 'compose', postId: post.id } as const)
  return (
    <li className="slot-line" data-free={post === null || undefined}>
      <time dateTime={at} title={there}>
        {formatMoment(Date.parse(at), zone, now)}
      </time>
      {to === null && !next && <span className="faint">{say('slots.free')}</span>}
      {next && (
        <Button
          size="small"
          look="quiet"
          className="slot-free"
          icon={<CalendarPlus size="0.9375rem" aria-hidden="true" />}
          onPress={() => {
            composer.startNew({ kind: 'slot', planId: plan.id })
            route.go({ room: 'compose', postId: null })
          }}
        >
          {say('slots.free-write')}
        </Button>
      )}
      {to !== null && (
        <a
          href={writeRoute(to)}
          onClick={(event) => {
            if (event.metaKey || event.ctrlKey || event.shiftKey) return
            event.preventDefault()
            route.go(to)
          }}
        >
          {post?.text.trim() === '' ? say('slots.no-text') : post?.text}
        </a>
      )}
    </li>
  )
}
