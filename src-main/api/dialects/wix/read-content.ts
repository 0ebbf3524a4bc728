import type { Context } from 'hono'
import { z } from 'zod'
import type { Account } from '../../../../src-preload/contract/model/account.ts'
import type { ChannelDescriptor } from '../../../../src-preload/contract/model/channel.ts'
import type { Attachment } from '../../../../src-preload/contract/model/media.ts'
import { mediaId } from '../../../../src-preload/contract/model/common.ts'
import type { ApiEnv } from '../../api-env.ts'
import { ask } from '../kit/ask.ts'
import { malformed } from '../kit/malformed.ts'
import { takeMedia } from '../kit/media-address.ts'
import { checked } from '../kit/read-request.ts'
import { ACCOUNT_FIELDS, channelName, type ContentKind, isWixChannel, kindsOf, PLACES } from './content-kinds.ts'
import { toOptions } from './option-names.ts'
import { ANSWERED_FIELDS, ITEM_FIELDS, type WireContent, wireContent, type WireMedia } from './read-item.ts'

/** What a content object says, in the contract's words; what it leaves out is left out. */
export type ReadContent = {
  kind: ContentKind
  text?: string
  media?: Attachment[]
  /** What the channel is told, its type included where it knows types. */
  options: Record<string, unknown>
}

/** Reads the one content object of an item; `path` is where the item stands in the request. */
export const readContent = async (
  c: Context<ApiEnv>,
  account: Account,
  item: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): Promise<ReadContent> => {
  const kind = kindMeant(account.channel, item, path)
  const content = checked(wireContent, item[kind.key] ?? {})
  const { entries } = await ask(c.var.side, 'channels.list', {})
  const knows = knownOptions(entries.find(({ key }) => key === account.channel))
  assertPlace(account, content, [...path, kind.key])
  const text = textOf(kind, content, knows, [...path, kind.key])
  const media = await attachments(c, content)
  return {
    kind,
    ...(text !== undefined && { text }),
    ...(media !== undefined && { media }),
    options: {
      ...(isWixChannel(account.channel) && { type: kind.type }),
      ...restOf(account, content, knows),
    },
  }
}

/** The kind that type and content object agree on. */
const kindMeant = (
  channel: string,
  item: Readonly<Record<string, unknown>>,
  path: readonly (string | number)[],
): ContentKind => {
  const kinds = kindsOf(channel)
  const key = Object.keys(item).find((name) => !ITEM_FIELDS.has(name) && item[name] !== undefined)
  const kind = kinds.find((one) => one.key === key && (item['type'] === undefined || one.type === item['type']))
  if (kind !== undefined) return kind
  const takes = kinds.map((one) => `${one.type} with ${one.key}`).join(', ')
  return malformed(
    [...path, key ?? 'type'],
    `${channelName(channel)} takes ${takes}.`,
    key === undefined ? { missing: true } : {},
  )
}

const textOf = (
  kind: ContentKind,
  content: WireContent,
  knows: (option: string) => boolean,
  path: readonly (string | number)[],
): string | undefined => {
  for (const field of ['caption', 'description'] as const) {
    if (content[field] !== undefined && field !== kind.text) {
      return malformed(
        [...path, field],
        `${kind.key} has no ${field}${kind.text === null ? '' : `, but ${kind.text}`}.`,
      )
    }
  }
  const text = kind.text === null ? '' : content[kind.text]
  if (content.link === undefined || knows('link') || text?.includes(content.link) === true) return text
  return [text, content.link].filter(Boolean).join('\n\n')
}

const attachments = async (c: Context<ApiEnv>, content: WireContent): Promise<Attachment[] | undefined> => {
  const { imageUrl, videoUrl, mediaWrapper } = content
  const wanted: WireMedia[] = [
    ...(imageUrl === undefined ? [] : [{ type: 'IMAGE' as const, url: imageUrl }]),
    ...(videoUrl === undefined ? [] : [{ type: 'VIDEO' as const, url: videoUrl }]),
    ...(mediaWrapper?.media ?? []),
  ]
  if (wanted.length === 0 && mediaWrapper === undefined) return undefined
  const attached: Attachment[] = []
  for (const one of wanted) attached.push({ mediaId: await mediaIdOf(c, one), alt: one.altText ?? '' })
  return attached
}

/** A file Posthorn has is taken as it is; any other is copied in from its address. */
const mediaIdOf = async (c: Context<ApiEnv>, { fileId, url }: WireMedia): Promise<string> =>
  fileId !== undefined && (url === undefined || mediaId.safeParse(fileId).success)
    ? (await ask(c.var.side, 'media.get', { mediaId: fileId })).id
    : (await takeMedia(c, url ?? '')).id

/** A page or board other than the one the account publishes to would send the post elsewhere than asked. */
const assertPlace = (account: Account, content: WireContent, path: readonly (string | number)[]): void => {
  const place = PLACES[account.channel]?.content
  if (place === undefined || content[place] === undefined) return
  const named = checked(z.string().max(200), content[place])
  if (named === account.destination?.id) return
  if (account.destination === null && (named === account.id || account.aliases.includes(named))) return
  malformed(
    [...path, place],
    `The account publishes to ${account.destination?.id ?? 'its own choice'}, not to ${named}; change it with Update Account Settings.`,
  )
}

const restOf = (
  account: Account,
  content: WireContent,
  knows: (option: string) => boolean,
): Record<string, unknown> => {
  const read = new Set<string>([
    'caption',
    'description',
    'imageUrl',
    'videoUrl',
    'mediaWrapper',
    ...(knows('link') ? [] : ['link']),
    ...ANSWERED_FIELDS,
    ...ACCOUNT_FIELDS,
    PLACES[account.channel]?.content ?? '',
  ])
  return toOptions(Object.fromEntries(Object.entries(content).filter(([name]) => !read.has(name))), knows)
}

const knownOptions = (channel: ChannelDescriptor | undefined) => {
  const properties = channel?.options?.['properties']
  return (option: string): boolean =>
    typeof properties === 'object' && properties !== null && Object.hasOwn(properties, option)
}
