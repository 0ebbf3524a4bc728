import type { Parsed } from '../../src-preload/contract/methods.ts'
import type { CalendarEntry, CalendarRead, FreeSlot } from '../../src-preload/contract/model/calendar.ts'
import { type ItemState, itemState } from '../../src-preload/contract/model/item.ts'
import { daysFrom } from '../core/days.ts'
import type { Handlers } from '../core/gate.ts'
import type { Span } from '../core/ports.ts'
import type { ItemRecord, PostRecord } from '../core/records.ts'
import { refuse } from '../core/refusal.ts'
import { nextSlots } from '../core/slots.ts'
import { isZone } from '../core/zones.ts'
import type { Parts } from './parts.ts'
import { excerpt, isoInstant, itemView } from './views.ts'
import { because } from '../core/told.ts'

/** Drafts have no time, and what was cancelled is not to come. */
const SHOWN: readonly ItemState[] = itemState.options.filter((state) => state !== 'draft' && state !== 'cancelled')
/** So much of a text is told: its first words, and enough for a tooltip. */
const EXCERPT = 140
const MOST_SLOTS = 1000
const WEEK = 7 * 86_400_000

/** The calendar: what stands in a stretch of days, however much there is. */
export const createCalendarHandlers = ({ world, settings }: Parts) => {
  const { store, clock } = world

  const freeSlots = async (within: Span): Promise<FreeSlot[]> => {
    const from = Math.max(within.from - 1, clock.now())
    if (from >= within.to) return []
    const free: (FreeSlot & { millis: number })[] = []
    for (const plan of await store.slotPlans.list()) {
      const held = new Set(await store.items.slotsHeld(plan.id, { from, to: within.to }))
      const weeks = Math.ceil((within.to - from) / WEEK) + 1
      for (const at of nextSlots(plan, from, weeks)) {
        if (at >= within.to) break
        if (held.has(at)) continue
        free.push({ planId: plan.id, plan: plan.name, zone: plan.zone, at: isoInstant(at), millis: at })
      }
    }
    const soonest = free.toSorted((a, b) => a.millis - b.millis).slice(0, MOST_SLOTS)
    const byHand = new Set((await store.items.setByHand(soonest.map(({ millis }) => millis))).map(({ at }) => at))
    return soonest
      .filter(({ millis }) => !byHand.has(millis))
      .map(({ planId, plan, zone, at }) => ({ planId, plan, zone, at }))
  }

  const read = async ({ from, days, zone: asked, ...filter }: Parsed<'calendar.read'>): Promise<CalendarRead> => {
    const zone = asked ?? (await settings.get()).zone
    if (!isZone(zone)) {
      return refuse('unknown-zone', `There is no time zone named "${zone}".`, 'Use a name such as Europe/Berlin.', {
        field: 'zone',
        told: because('zone-unknown', { zone }),
      })
    }
    const spans = daysFrom(from, days, zone)
    const found = await store.items.spread(spans, { ...filter, states: filter.states ?? SHOWN })
    const postIds = new Set(found.flatMap(({ entries }) => entries.map((item) => item.postId)))
    const posts = new Map((await store.posts.getMany([...postIds])).map((post) => [post.id, post]))
    return {
      days: spans.map(({ day, from: start, to: end }, index) => ({
        day,
        startsAt: isoInstant(start),
        endsAt: isoInstant(end),
        total: found[index]?.total ?? 0,
        entries: (found[index]?.entries ?? []).flatMap((item) => {
          const post = posts.get(item.postId)
          return post === undefined ? [] : [entryOf(item, post)]
        }),
      })),
      slots: await freeSlots({ from: spans[0]?.from ?? 0, to: spans.at(-1)?.to ?? 0 }),
    }
  }

  return { 'calendar.read': read } satisfies Partial<Handlers>
}

const entryOf = (item: ItemRecord, post: PostRecord): CalendarEntry => {
  const { id, postId, accountId, channel, state, external, schedule, waiting, slot, held, unpublishedAt } =
    itemView(item)
  const media = item.override.media ?? post.media
  return {
    id,
    postId,
    accountId,
    channel,
    state,
    external,
    schedule,
    waiting,
    slot,
    held,
    unpublishedAt,
    at: isoInstant(item.publishedAt ?? item.schedule?.at ?? item.updatedAt),
    text: excerpt(item.override.text ?? post.text, EXCERPT),
    media: media.length,
    picture: media[0]?.mediaId ?? null,
  }
}
