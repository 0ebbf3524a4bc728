import type { Answers, MemoryWorld } from './memory-bridge.ts'

const DAY = 86_400_000

/** The calendar as if every zone were UTC: what stands in each day, and no slots. */
export const memoryCalendar = (world: MemoryWorld): Answers => ({
  'calendar.read': ({ from, days, limit = 50, accountId, states }) => ({
    days: Array.from({ length: days }, (_, index) => {
      const start = Date.parse(`${from}T00:00:00.000Z`) + index * DAY
      const [startsAt, endsAt] = [start, start + DAY].map((at) => new Date(at).toISOString())
      const entries = [...world.posts.values()]
        .flatMap((post) => post.items.map((item) => ({ post, item })))
        .map(({ post, item }) => ({
          ...item,
          at: item.publishedAt ?? item.schedule?.at ?? item.updatedAt,
          text: item.override.text ?? post.text,
          media: post.media.length,
          picture: post.media[0]?.mediaId ?? null,
        }))
        .filter(({ at }) => at >= (startsAt ?? '') && at < (endsAt ?? ''))
        .filter(({ state }) => states?.includes(state) ?? (state !== 'draft' && state !== 'cancelled'))
        .filter((entry) => accountId === undefined || entry.accountId === accountId)
        .toSorted((a, b) => (a.at < b.at ? -1 : 1))
      return {
        day: (startsAt ?? '').slice(0, 10),
        startsAt: startsAt ?? '',
        endsAt: endsAt ?? '',
        total: entries.length,
        entries: entries.slice(0, limit),
      }
    }),
    slots: [],
  }),
})
