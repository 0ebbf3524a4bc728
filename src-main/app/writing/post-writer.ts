import type { Output, Parsed } from '../../../src-preload/contract/methods.ts'
import type { Attachment } from '../../../src-preload/contract/model/media.ts'
import type { Composed } from '../../../src-preload/contract/model/writing.ts'
import type { Check } from '../../channels/channel.ts'
import { failed, Refusal } from '../../core/refusal.ts'
import { composeDraft } from '../drafts.ts'
import type { Parts } from '../parts.ts'
import type { World } from '../world.ts'
import type { Write } from './desk.ts'
import { type FetchMedia, fromAsset, fromPosts, type Material, readAll } from './material.ts'
import { readOwnPosts } from './own-posts.ts'
import { findTargets, type Target } from './targets.ts'
import { because, toldOf } from '../../core/told.ts'

type Input = Parsed<'writing.post'>

/** Writes ready content: of every asset for every target; without assets, of the newest post that a target has not seen. */
export const createPostWriter =
  ({ world }: Parts, fetchMedia: FetchMedia) =>
  async (input: Input, write: Write): Promise<Output<'writing.post'>> => {
    const targets = await findTargets(world, input)
    const assets = (await readAll(world.writers, input.assets)).map((asset) => fromAsset(asset, fetchMedia))
    const posts = assets.length > 0 ? [] : await readOwnPosts(world.store)
    const contents: Composed[] = []
    let wrong: Refusal | null = null
    for (const target of targets) {
      for (const material of assets.length > 0 ? assets : fromPosts(posts, target)) {
        try {
          contents.push(await compose(world, target, material, input, write))
        } catch (error) {
          // What one channel would not take in any form is left out; the others get theirs.
          if (!(error instanceof Refused)) throw error
          wrong ??= error
        }
      }
    }
    if (contents.length === 0) throw wrong ?? nothingToWriteFrom()
    return { contents }
  }

const WITHOUT = 'Leave this account or channel out.'

/** A channel takes none of it. */
class Refused extends Refusal {}

const nothingToWriteFrom = (): Refusal =>
  new Refusal(
    failed(
      'invalid-input',
      'There is nothing to write from: no asset is named, and no published post that these accounts have not seen.',
      'Name a page, a feed, a product or a file.',
      { field: 'assets', told: because('writer-nothing') },
    ),
  )

const compose = async (world: World, target: Target, material: Material, input: Input, write: Write) => {
  const { channel, account, room } = target
  const { tone, language = null, hashtags } = input
  const link = material.link !== null && (await room.fits(material.link)) ? material.link : null
  const brief = { about: material.about, tone, language, link, hashtags, count: 1, room: room.limit, fits: room.fits }
  const [suggestion] = await write(brief)
  if (!suggestion)
    throw new Refused(
      failed('text-too-long', `${room.name} has no room for a caption.`, WITHOUT, {
        told: because('caption-no-room', { channel: room.name }),
      }),
    )
  const media = await acceptable(world, target, suggestion.text, await material.attach(channel))
  return {
    channel: channel.descriptor.key,
    accountId: account?.id ?? null,
    type: media.length > 0 ? 'IMAGE' : link === null ? 'TEXT' : 'LINK',
    ...suggestion,
    link,
    media,
    asset: material.asset,
  } satisfies Composed
}

/** The media with which the channel takes the text: all, or none. */
const acceptable = async (
  world: World,
  { channel, account }: Target,
  text: string,
  media: Attachment[],
): Promise<Attachment[]> => {
  // Without an account there are no settings to judge by.
  if (account === null) return media
  let first: Check['problems'][number] | undefined
  for (const some of media.length > 0 ? [media, []] : [[]]) {
    const content = {
      text,
      media: some,
      thread: false,
      numbered: false,
      rich: false,
      tags: [],
      strict: false,
      options: {},
    }
    const draft = await composeDraft(world.store, world, content, channel.descriptor.key, {})
    const { problems } = await channel.check(draft, account.settings)
    const error = problems.find(({ severity }) => severity === 'error')
    if (!error) return some
    first ??= error
  }
  throw new Refused(
    failed('rejected-by-channel', `${account.name}: ${first?.message ?? ''}`, first?.next ?? WITHOUT, {
      told: { ...(first ? toldOf(first) : because('as-said', { message: '', next: WITHOUT })), of: account.name },
    }),
  )
}
