import type { Item } from '../../../src-preload/contract/model/item.ts'
import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import { say } from '../../words/say.ts'
import { isByHand } from './by-hand.ts'

/** What a person can do with an item. */
export type ItemAction =
  | 'open-link'
  | 'retry'
  | 'publish-now'
  | 'reschedule'
  | 'edit'
  | 'found'
  | 'copy-text'
  | 'open-page'
  | 'posted'
  | 'post-later'
  | 'post-again'
  | 'reconnect'
  | 'resume'
  | 'see-limits'
  | 'set-up-relay'
  | 'copy-link'
  | 'share'
  | 'show-file'
  | 'edit-published'
  | 'unpublish'
  | 'cancel'
  | 'dismiss'
  | 'delete'

export type ItemActions = {
  /** What most likely comes next: shown in the row, and first in the panel. */
  next: readonly ItemAction[]
  /** Everything else. */
  more: readonly ItemAction[]
}

/** What can be done with an item as it stands, on a channel that can what it can. */
export const actionsFor = (item: Item, channel: ChannelDescriptor | undefined): ItemActions => {
  switch (item.state) {
    case 'draft':
      return { next: ['edit'], more: ['delete'] }
    case 'scheduled':
      return { next: ['edit', 'reschedule'], more: ['publish-now', 'cancel', 'delete'] }
    case 'waiting':
      return {
        next: nextWaiting(item),
        more: [
          ...(item.waiting?.reason === 'quota' ? (['retry'] as const) : []),
          'edit',
          'reschedule',
          'cancel',
          'delete',
        ],
      }
    case 'publishing':
      return { next: [], more: [] }
    case 'published':
      return published(item, channel)
    case 'failed':
      return { next: [needsRelay(item) ? 'set-up-relay' : 'edit', 'retry'], more: afterFailure(item) }
    case 'unconfirmed':
      if (isByHand(item)) return { next: ['copy-text', 'open-page', 'posted'], more: ['post-later'] }
      return { next: ['found', 'post-again'], more: channel?.can.lookup === true ? ['retry'] : [] }
    case 'missed':
      return { next: ['publish-now', 'reschedule', 'dismiss'], more: ['edit', 'delete'] }
    case 'cancelled':
      return { next: ['edit', 'reschedule'], more: ['publish-now', 'delete'] }
  }
}

const nextWaiting = (item: Item): readonly ItemAction[] => {
  if (item.waiting?.reason === 'signed-out') return ['reconnect']
  if (item.waiting?.reason === 'quota') return ['see-limits']
  return item.waiting?.reason === 'paused' ? ['resume'] : ['retry']
}

/** A file that its channel must fetch from somewhere, and there is nowhere yet. */
const needsRelay = ({ failure }: Item): boolean => failure?.field === 'relay'

const afterFailure = (item: Item): readonly ItemAction[] => [
  ...(needsRelay(item) ? (['edit'] as const) : []),
  'reschedule',
  'delete',
]

/** Whether a browser opens it: a file on this disk is found by its path instead. */
export const isWebLink = (url: string | null | undefined): url is string => url != null && /^https?:/i.test(url)

/** Whether it is a file on this disk. */
export const isFile = (url: string | null | undefined): boolean => url?.startsWith('file:') === true

const published = (item: Item, channel: ChannelDescriptor | undefined): ItemActions => {
  const link: ItemAction[] = isWebLink(item.remote?.url) && item.unpublishedAt === null ? ['open-link'] : []
  const file: ItemAction[] = isFile(item.remote?.url) && item.unpublishedAt === null ? ['show-file'] : []
  if (item.external) return { next: link, more: file }
  if (item.unpublishedAt !== null) return { next: link, more: ['delete'] }
  return {
    next: link,
    more: [
      ...file,
      ...(link.length > 0 ? (['copy-link', 'share'] as const) : []),
      ...(channel?.can.edit === true ? (['edit-published'] as const) : []),
      ...(channel?.can.unpublish === true ? (['unpublish'] as const) : []),
      'delete',
    ],
  }
}

/** What each action says on its button. */
export const actionName = (action: ItemAction, { state }: Pick<Item, 'state'>): string => {
  if (action === 'retry') {
    return say(state === 'waiting' ? 'item.retry-now' : state === 'unconfirmed' ? 'item.ask-again' : 'common.try-again')
  }
  if (action === 'reschedule') return say(state === 'cancelled' ? 'item.schedule-again' : 'item.reschedule')
  if (action === 'edit') return say(state === 'failed' ? 'item.fix' : 'item.edit')
  if (action === 'cancel' || action === 'delete') return say(`common.${action}`)
  return say(`item.${action}`)
}
