import type { Post, When } from '../../../src-preload/contract/model/post.ts'

/** When the post is to go out, as chosen here. */
export type WhenChoice = { kind: 'now' } | { kind: 'at'; wall: string; zone: string }

export const NOW: WhenChoice = { kind: 'now' }

/** The time a queued post is set for: that of its first item that has one. */
export const chosenWhen = (post: Post | null): WhenChoice => {
  const queued = post?.items.find((item) => item.state === 'scheduled' || item.state === 'waiting')
  if (queued?.schedule == null) return NOW
  return { kind: 'at', wall: queued.schedule.wall.slice(0, 16), zone: queued.schedule.zone }
}

export const whenOf = (choice: WhenChoice): When =>
  choice.kind === 'now' ? { kind: 'now' } : { kind: 'at', wall: choice.wall, zone: choice.zone }
