import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Input, Output } from '../../src-preload/contract/methods.ts'
import type { Item, Place } from '../../src-preload/contract/model/item.ts'
import type { When } from '../../src-preload/contract/model/post.ts'
import type { Deed } from '../shell/past-store.ts'

/** How something is taken back, and done again. */
export type Way = Pick<Deed, 'undo' | 'redo'>

/** The core takes so many at once. */
const MOST = 100
const MOST_PLACES = 1000

/** Where those stand that wait for a time still to come, soonest first. */
export const placesAhead = (items: readonly Item[], now: number): Place[] =>
  items
    .flatMap(({ id, state, schedule, slot }) =>
      (state === 'scheduled' || state === 'waiting') && schedule !== null ? [{ itemId: id, schedule, slot }] : [],
    )
    .filter((place) => isAhead(place, now))
    .toSorted((a, b) => Date.parse(a.schedule.at) - Date.parse(b.schedule.at))

const isAhead = ({ schedule }: Place, now: number): boolean => Date.parse(schedule.at) > now

/** What passed meanwhile stays as it is where anything else can go back; why nothing could where all of it passed. */
export const restorePlaces = async (bridge: Bridge, places: readonly Place[]): Promise<Failure | null> => {
  const ahead = places.filter((place) => isAhead(place, Date.now()))
  const asked = ahead.length === 0 ? places : ahead
  for (let from = 0; from < asked.length; from += MOST_PLACES) {
    const reply = await bridge.call('items.restore', { places: asked.slice(from, from + MOST_PLACES) })
    if (!reply.ok) return reply.failure
  }
  return null
}

type Results = Output<'items.bulk'>['results']

/** Does the same to so many at a time; tells why it could not be done to the first of those to which it could not. */
const inParts = async (
  ids: readonly string[],
  ask: (some: string[]) => Promise<Reply<{ results: Results }>>,
): Promise<Failure | null> => {
  let failure: Failure | null = null
  for (let from = 0; from < ids.length; from += MOST) {
    const reply = await ask(ids.slice(from, from + MOST))
    if (!reply.ok) return reply.failure
    for (const one of reply.value.results) if (!one.ok) failure ??= one.failure
  }
  return failure
}

const bulkItems = (bridge: Bridge, itemIds: readonly string[], action: Input<'items.bulk'>['action']) =>
  inParts(itemIds, (some) => bridge.call('items.bulk', { itemIds: some, action }))

const bulkPosts = (bridge: Bridge, postIds: readonly string[], action: Input<'posts.bulk'>['action']) =>
  inParts(postIds, (some) => bridge.call('posts.bulk', { postIds: some, action }))

/** From another time, or from none, to where each stood before. Null where one of them cannot go back there. */
export const backToBefore = (bridge: Bridge, before: readonly Item[]): (() => Promise<Failure | null>) | null => {
  const places = placesAhead(before, Date.now())
  const idsIn = (state: Item['state']) => before.flatMap((item) => (item.state === state ? [item.id] : []))
  const [missed, cancelled] = [idsIn('missed'), idsIn('cancelled')]
  if (places.length + missed.length + cancelled.length < before.length) return null
  return async () => {
    const restored = places.length === 0 ? null : await restorePlaces(bridge, places)
    return (
      restored ??
      (await bulkItems(bridge, missed, { kind: 'put-back' })) ??
      (await bulkItems(bridge, cancelled, { kind: 'cancel' }))
    )
  }
}

/** Where all that wait of these posts stand, by post. */
const placesOf = async (bridge: Bridge, postIds: readonly string[]): Promise<ReadonlyMap<string, Place[]>> => {
  const places = new Map<string, Place[]>()
  const read = async (postId: string): Promise<void> => {
    const reply = await bridge.call('posts.get', { postId })
    if (reply.ok) places.set(postId, placesAhead(reply.value.items, Date.now()))
  }
  await Promise.all(postIds.map(read))
  return places
}

/**
 * Deleting cancels what is scheduled; the way back schedules it again. To be asked for before anything is deleted; it is
 * told then what of it was.
 */
export const wayOfDeleting = async (
  bridge: Bridge,
  postIds: readonly string[],
): Promise<(deleted: readonly string[]) => Way> => {
  const standing = await placesOf(bridge, postIds)
  return (deleted) => {
    const places = deleted
      .flatMap((postId) => standing.get(postId) ?? [])
      .toSorted((a, b) => Date.parse(a.schedule.at) - Date.parse(b.schedule.at))
    return {
      undo: async () => {
        const failure = await bulkPosts(bridge, deleted, { kind: 'restore' })
        return failure ?? (places.length === 0 ? null : restorePlaces(bridge, places))
      },
      redo: () => bulkPosts(bridge, deleted, { kind: 'delete' }),
    }
  }
}

/** Deletes one post: why it could not be done, or both ways from there. */
export const deletePost = async (
  bridge: Bridge,
  postId: string,
): Promise<{ ok: true; way: Way } | { ok: false; failure: Failure }> => {
  const wayOf = await wayOfDeleting(bridge, [postId])
  const reply = await bridge.call('posts.delete', { postId })
  return reply.ok ? { ok: true, way: wayOf([postId]) } : reply
}

type Tagged = { postId: string; tags: readonly string[] }

/** Tags that a post had are not taken from it, and those it had not are not given. */
export const wayOfTagging = (
  bridge: Bridge,
  before: readonly Tagged[],
  { add, remove }: { add: readonly string[]; remove: readonly string[] },
): Way => {
  const posts = [...new Map(before.map((one) => [one.postId, one])).values()]
  const has = ({ tags }: Tagged, tag: string): boolean => tags.some((one) => one.toLowerCase() === tag.toLowerCase())
  const ids = (some: readonly Tagged[]) => some.map((one) => one.postId)
  return {
    undo: async () => {
      let failure: Failure | null = null
      for (const tag of add) {
        const lacked = ids(posts.filter((post) => !has(post, tag)))
        failure ??= await bulkPosts(bridge, lacked, { kind: 'tag', add: [], remove: [tag] })
      }
      for (const tag of remove) {
        const wore = ids(posts.filter((post) => has(post, tag)))
        failure ??= await bulkPosts(bridge, wore, { kind: 'tag', add: [tag], remove: [] })
      }
      return failure
    },
    redo: () => bulkPosts(bridge, ids(posts), { kind: 'tag', add: [...add], remove: [...remove] }),
  }
}

/** Scheduled drafts are drafts no more: what is taken back is cancelled. */
export const wayOfScheduling = (bridge: Bridge, postIds: readonly string[], when: When): Way => ({
  undo: async () => {
    const replies = await Promise.all(postIds.map((postId) => bridge.call('posts.get', { postId })))
    const items = replies.flatMap((reply) => (reply.ok ? reply.value.items : []))
    return bulkItems(
      bridge,
      items.flatMap(({ id, state }) => (state === 'scheduled' || state === 'waiting' ? [id] : [])),
      { kind: 'cancel' },
    )
  },
  redo: () => bulkPosts(bridge, postIds, { kind: 'schedule', when }),
})

/** Between two wordings of a post where it stands. Each way is an edit of its own: where they are counted it counts. */
export const wayOfWording = (bridge: Bridge, itemId: string, before: string, after: string): Way => {
  const word = async (text: string): Promise<Failure | null> => {
    const reply = await bridge.call('items.edit', { itemId, text })
    return reply.ok ? null : reply.failure
  }
  return { undo: () => word(before), redo: () => word(after) }
}
