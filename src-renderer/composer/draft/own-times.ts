import type { Item, Override, Schedule } from '../../../src-preload/contract/model/item.ts'
import type { Post } from '../../../src-preload/contract/model/post.ts'

export const isQueued = ({ state }: Item): boolean => state === 'scheduled' || state === 'waiting'

/** The time that the queued items of a post share: that of the first which has none of its own. */
export const sharedTime = (post: Post | null): Schedule | null => {
  const queued = post?.items.filter(isQueued) ?? []
  return (queued.find((item) => item.override.time === undefined) ?? queued[0])?.schedule ?? null
}

/** The time of a schedule as a person types it: to the minute, in its zone. */
export const timeTyped = ({ wall, zone }: Pick<Schedule, 'wall' | 'zone'>): NonNullable<Override['time']> => ({
  wall: wall.slice(0, 16),
  zone,
})

export const withoutTime = (override: Override): Override => {
  const { time: _, ...others } = override
  return others
}

/** Whom a post is for, as it is written: what was moved in the queue has the time that it has there. */
export const targetsOf = (post: Post): { accountId: string; override: Override }[] => {
  const shared = sharedTime(post)
  return post.items.map((item) => {
    if (!isQueued(item) || item.schedule === null) return { accountId: item.accountId, override: item.override }
    const own = item.schedule.at !== shared?.at ? timeTyped(item.schedule) : undefined
    const override = withoutTime(item.override)
    return { accountId: item.accountId, override: own === undefined ? override : { ...override, time: own } }
  })
}
