import type { Bridge } from '../../src-preload/contract/bridge.ts'
import type { Failure, Reply } from '../../src-preload/contract/failure.ts'
import type { Input, Output } from '../../src-preload/contract/methods.ts'
import type { Item, Place } from '../../src-preload/contract/model/item.ts'
import type { When } from '../../src-preload/contract/model/post.ts'
import { type Deed, isShut } from '../shell/past-store.ts'
import { inOwnWords, sayFailure } from '../words/say-failure.ts'
import { say } from '../words/say.ts'

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
const partsToRestore = (places: readonly Place[]): Place[][] => {
  const ahead = places.filter((place) => isAhead(place, Date.now()))
  const asked = ahead.length === 0 ? places : ahead
  return Array.from({ length: Math.ceil(asked.length / MOST_PLACES) }, (_, part) =>
    asked.slice(part * MOST_PLACES, (part + 1) * MOST_PLACES),
  )
}

/** All of them or none. */
export const restorePlaces = async (bridge: Bridge, places: readonly Place[]): Promise<Failure | null> => {
  for (const part of partsToRestore(places)) {
    const reply = await bridge.call('items.restore', { places: part })
    if (!reply.ok) return reply.failure
  }
  return null
}

/** All that can go back, soonest first; why the others cannot, each reason once. */
const restoreEach = async (bridge: Bridge, places: readonly Place[]): Promise<Failure[]> => {
  const failures = new Map<string, Failure>()
  const restore = async (some: Place[]): Promise<void> => {
    const reply = await bridge.call('items.restore', { places: some })
    if (reply.ok) return
    if (some.length === 1 || isShut(reply.failure)) return void failures.set(reply.failure.message, reply.failure)
    const half = Math.ceil(some.length / 2)
    await restore(some.slice(0, half))
    await restore(some.slice(half))
  }
  for (const part of partsToRestore(places)) await restore(part)
  return [...failures.values()]
}

/** Which accounts have no time again, and why. */
const backWithoutTime = (failures: readonly Failure[]): Failure | null => {
  const [first] = failures
  if (first === undefined) return null
  const why = failures.map((failure) => sayFailure(failure).message).join(' ')
  return (
    failures.find(isShut) ??
    inOwnWords({ code: first.code, message: say('queue.back-without-time', { why }), next: sayFailure(first).next })
  )
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
    const [notRestored = null] = await restoreEach(bridge, places)
    const notMissed = await bulkItems(bridge, missed, { kind: 'put-back' })
    const notCancelled = await bulkItems(bridge, cancelled, { kind: 'cancel' })
    return notRestored ?? notMissed ?? notCancelled
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
        return failure ?? backWithoutTime(await restoreEach(bridge, places))
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
