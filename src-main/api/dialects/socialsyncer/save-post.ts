import type { Context } from 'hono'
import type { Failure } from '../../../../src-preload/contract/failure.ts'
import type { Attachment } from '../../../../src-preload/contract/model/media.ts'
import type { Override } from '../../../../src-preload/contract/model/item.ts'
import type { Post, Target, When } from '../../../../src-preload/contract/model/post.ts'
import { failedInEnglish, Refusal } from '../../../core/refusal.ts'
import type { ApiEnv } from '../../api-env.ts'
import type { AccountBook } from '../kit/account-book.ts'
import { ask } from '../kit/ask.ts'
import { malformed } from '../kit/malformed.ts'
import { takeMedia } from '../kit/media-address.ts'
import { readWhen } from '../kit/wire-time.ts'
import { channelOf } from './platforms.ts'
import type { WireMedia, WirePost, WireTarget } from './read-post.ts'

/** Saves a post and sets its time in one step, so that what is refused leaves nothing behind. */
export const savePost = async (
  c: Context<ApiEnv>,
  book: AccountBook,
  wire: WirePost,
  once: string | undefined,
): Promise<Post> => {
  const zone = wire.timezone ?? 'UTC'
  const when = whenOf(wire, zone)
  const accounts = (wire.platforms ?? []).map((target, index) => accountOf(book, target, index))
  const media = await attach(c, wire.mediaItems ?? [], 'mediaItems')
  const targets: Target[] = []
  for (const [index, target] of (wire.platforms ?? []).entries()) {
    targets.push({
      accountId: accounts[index] ?? '',
      override: await overrideOf(c, target, index),
    })
  }
  const saving = ask(c.var.side, 'posts.save', {
    text: wire.content ?? '',
    media,
    tags: wire.tags ?? [],
    options: optionsOf(wire),
    targets,
    zone,
    ...(when !== null && { when }),
    ...(once !== undefined && { once }),
  })
  return saving.catch((error: unknown) => {
    throw error instanceof Refusal ? new Refusal(withoutName(book, targets, error.failure)) : error
  })
}

/** What a channel does not take is told in its own words, without the person's name for the account before them. */
const withoutName = (book: AccountBook, targets: readonly Target[], failure: Failure): Failure => {
  const before = targets
    .map(({ accountId }) => `${book.get(accountId)?.name}: `)
    .find((name) => failure.message.startsWith(name))
  return before === undefined ? failure : { ...failure, message: failure.message.slice(before.length) }
}

/** Draft comes before publishing now, and that before a time; without any of them the post is kept as a draft. */
const whenOf = (wire: WirePost, zone: string): When | null => {
  if (wire.isDraft === true) return null
  if (wire.publishNow === true) return { kind: 'now' }
  return wire.scheduledFor == null ? null : readWhen(wire.scheduledFor, zone, ['scheduledFor'])
}

const accountOf = (book: AccountBook, target: WireTarget, index: number): string => {
  const account = book.find(target.accountId)
  return account.channel === channelOf(target.platform)
    ? account.id
    : malformed(
        ['platforms', index, 'platform'],
        `Account ${target.accountId} is not on ${target.platform}, but on ${account.channel}.`,
      )
}

/** Settings at the root are what every target of that channel is told; its own data wins over them. */
const optionsOf = (wire: WirePost): Record<string, Record<string, unknown>> =>
  Object.fromEntries(
    Object.entries({ tiktok: wire.tiktokSettings, facebook: wire.facebookSettings }).flatMap(([channel, settings]) =>
      settings != null && Object.keys(settings).length > 0 ? [[channel, settings]] : [],
    ),
  )

const overrideOf = async (c: Context<ApiEnv>, target: WireTarget, index: number): Promise<Override> => {
  const data = target.platformSpecificData ?? {}
  return {
    ...(target.customContent != null && { text: target.customContent }),
    ...(target.customMedia != null && {
      media: await attach(c, target.customMedia, `platforms.${index}.customMedia`),
    }),
    ...(Object.keys(data).length > 0 && { options: data }),
  }
}

const attach = async (c: Context<ApiEnv>, items: readonly WireMedia[], param: string): Promise<Attachment[]> => {
  const attached: Attachment[] = []
  for (const { type, url, altText } of items) {
    const media = await takeMedia(c, url)
    if (!isOfType(media.mime, type)) {
      throw new Refusal(
        failedInEnglish(
          'media-unsupported',
          `The file at ${url} is ${media.mime}, not a ${type}.`,
          'Correct its type.',
          {
            field: param,
          },
        ),
      )
    }
    attached.push({ mediaId: media.id, alt: altText ?? '' })
  }
  return attached
}

const isOfType = (mime: string, type: WireMedia['type']): boolean =>
  type === 'gif' ? mime === 'image/gif' : mime.startsWith(`${type}/`)
