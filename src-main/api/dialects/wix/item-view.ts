import type { Context } from 'hono'
import type { Account } from '../../../../src-preload/contract/model/account.ts'
import type { ItemState } from '../../../../src-preload/contract/model/item.ts'
import type { ItemRow } from '../../../../src-preload/contract/methods.ts'
import { isWantedAtOnce } from '../../../core/wanted-at-once.ts'
import type { ApiEnv } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { mediaAddress } from '../kit/media-address.ts'
import { channelName, kindOf, PLACES } from './content-kinds.ts'
import { toFields } from './option-names.ts'

export const WIRE_STATUS = [
  'DRAFT',
  'SCHEDULED',
  'IN_QUEUE',
  'PROCESSING',
  'PUBLISHED',
  'CANCELED',
  'FAILED',
  'DELETED',
] as const
export type WireStatus = (typeof WIRE_STATUS)[number]

export const STATUS: Readonly<Record<ItemState, WireStatus>> = {
  draft: 'DRAFT',
  scheduled: 'SCHEDULED',
  waiting: 'IN_QUEUE',
  publishing: 'PROCESSING',
  unconfirmed: 'PROCESSING',
  published: 'PUBLISHED',
  failed: 'FAILED',
  missed: 'FAILED',
  cancelled: 'CANCELED',
}

/** An item as Wix's clients read it. */
export const itemView = async (c: Context<ApiEnv>, book: AccountBook, row: ItemRow, deleted = false) => {
  const account = book.get(row.accountId)
  const kind = kindOf(row.channel, row.override.options?.['type'])
  const url = row.remote?.url ?? undefined
  return {
    id: row.id,
    status: deleted ? ('DELETED' as const) : STATUS[row.state],
    channel: {
      name: channelName(row.channel),
      accountId: account === undefined ? row.accountId : book.wireId(account),
      ...(account?.destination != null && { publishingTarget: { id: account.destination.id } }),
    },
    type: kind.type,
    [kind.key]: {
      ...restOf(row),
      ...(kind.text !== null && { [kind.text]: row.text }),
      ...placeOf(row.channel, account),
      mediaWrapper: { media: await Promise.all(row.mediaIds.map((mediaId) => mediaView(c, mediaId))) },
      ...(url !== undefined && { [kind.type === 'STORY' ? 'storyUrl' : 'postUrl']: url }),
    },
    ...(row.schedule !== null && !isWantedAtOnce(row) && { schedulingInfo: { scheduledDate: row.schedule.at } }),
    ...(row.state === 'draft' && { draftInfo: { createdDate: row.createdAt, updatedDate: row.updatedAt } }),
    ...(row.publishedAt !== null && { publishedDate: row.publishedAt }),
    external: row.external,
    ...(url !== undefined && { externalItemUrl: url }),
    ...(row.failure !== null && {
      publicationError: {
        code: row.failure.code.toUpperCase().replaceAll('-', '_'),
        message: `${row.failure.message} ${row.failure.next}`,
      },
    }),
    createdDate: row.createdAt,
    updatedDate: row.updatedAt,
  }
}

const restOf = (row: ItemRow): Record<string, unknown> => {
  const { type: _type, ...rest } = row.override.options ?? {}
  return toFields(rest)
}

const placeOf = (channel: string, account: Account | undefined): Record<string, string> => {
  const place = PLACES[channel]?.content
  return place === undefined || account?.destination == null ? {} : { [place]: account.destination.id }
}

export const mediaView = async (c: Context<ApiEnv>, mediaId: string) => {
  const media = await ask(c.var.side, 'media.get', { mediaId })
  return {
    type: media.mime.startsWith('video/') ? ('VIDEO' as const) : ('IMAGE' as const),
    url: mediaAddress(c, mediaId),
    fileId: mediaId,
  }
}
