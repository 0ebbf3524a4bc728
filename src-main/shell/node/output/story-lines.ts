import type { ItemStory } from '../../../../src-preload/contract/methods.ts'
import { meantTime, stateOf } from './item-lines.ts'
import { localTimeExact } from './local-time.ts'
import { harmless } from './plain-text.ts'
import { facts, table } from './table.ts'

/** An item with everything that is known about it, for reading. */
export const storyLines = (item: ItemStory): string =>
  [
    facts({
      item: item.id,
      post: item.postId,
      account: `${harmless(item.account)} (${item.channel})`,
      state: stateOf(item),
      scheduled: item.schedule && meantTime(item.schedule),
      next: item.nextAt && localTimeExact(item.nextAt),
      published: item.publishedAt && localTimeExact(item.publishedAt),
      link: item.remote?.url ?? null,
      trouble: item.failure && `${item.failure.message} ${item.failure.next}`,
      tags: item.tags.length > 0 ? item.tags.join(', ') : null,
      media: item.mediaIds.length > 0 ? item.mediaIds.join(', ') : null,
    }),
    harmless(item.text),
    ...(item.history.length > 0
      ? [
          table(
            ['attempt', 'started', 'ended', 'outcome', 'why'],
            item.history.map((attempt) => [
              String(attempt.number),
              localTimeExact(attempt.startedAt),
              localTimeExact(attempt.endedAt),
              attempt.outcome,
              attempt.failure?.message ?? '',
            ]),
          ),
        ]
      : []),
  ].join('\n\n')
