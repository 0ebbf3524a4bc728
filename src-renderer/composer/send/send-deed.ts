import type { Failure } from '../../../src-preload/contract/failure.ts'
import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { Post, When } from '../../../src-preload/contract/model/post.ts'
import type { Desk } from '../../shell/desk.ts'
import type { Deed } from '../../shell/past-store.ts'
import { draftOf, writtenOf } from '../draft/draft.ts'
import { isQueued } from '../draft/own-times.ts'
import { postMode } from '../draft/post-mode.ts'
import { backOnPage, isWriting } from './back-on-page.ts'
import type { WhenChoice } from './when-choice.ts'

/** What can be taken back of a post that was just put into the queue, or changed there: its words and its times. */
export const sendDeed = (desk: Desk, before: Post | null, sent: Post, chosen: WhenChoice): Omit<Deed, 'says'> => ({
  ...(before !== null && postMode(before) === 'queued'
    ? { undo: () => putBack(desk, before) }
    : backOnPage(
        desk,
        () => cancelQueued(desk, sent),
        () => write(desk, sent.id, chosen),
      )),
  redo: async () => {
    const failure = await putBack(desk, sent)
    // There is nothing to write on it any more; in every other room the person stays.
    if (failure === null && isWriting(desk)) desk.route.go({ room: 'queue', itemId: sent.items[0]?.id ?? null })
    return failure
  },
})

/** Takes everything of a post out of the queue. */
export const cancelQueued = async (desk: Desk, { items }: Post): Promise<Failure | null> => {
  for (const { id } of items.filter(isQueued)) {
    const reply = await desk.link.bridge.call('items.cancel', { itemId: id })
    if (!reply.ok) return reply.failure
  }
  return null
}

/** Makes a post in the queue what it was: its words first, then each time that is another now. */
export const putBack = async (desk: Desk, post: Post): Promise<Failure | null> => {
  const { bridge } = desk.link
  const saved = await bridge.call('posts.save', writtenOf(draftOf(post)))
  if (!saved.ok) return saved.failure
  for (const item of post.items.filter(isQueued)) {
    const now = saved.value.items.find((one) => one.accountId === item.accountId)
    const when = timeAgain(item)
    if (now === undefined || when === null) continue
    if (isQueued(now) && now.schedule?.at === item.schedule?.at) continue
    const reply = await bridge.call('items.reschedule', { itemId: now.id, when })
    if (!reply.ok) return reply.failure
  }
  return null
}

/** Brings a post onto the page, for the time that it was meant for. */
const write = async ({ composer, route }: Desk, postId: string, when: WhenChoice): Promise<void> => {
  await composer.open(postId, when)
  route.go({ room: 'compose', postId })
}

/** A slot is taken as a slot again, so that nothing else comes into it. */
const timeAgain = ({ slot, schedule }: Item): When | null => {
  if (slot !== null) return { kind: 'slot', planId: slot.planId }
  return schedule === null ? null : { kind: 'at', wall: schedule.wall, zone: schedule.zone }
}
