import type { Draft, Work } from '../channels/channel.ts'
import type { AccountRecord, ItemRecord, PostRecord } from '../core/records.ts'
import type { Parts } from './parts.ts'
import { uploadNotes } from './upload-notes.ts'
import type { World } from './world.ts'

export type ChannelWork = Work<Record<string, unknown>>

/** What is needed to speak to a channel for an item. */
export type WorkParts = Pick<Parts, 'world' | 'accounts' | 'relay'>

type Subject = { item: ItemRecord; post: PostRecord; account: AccountRecord; draft: Draft }
type Call = { signal: AbortSignal; onProgress: ChannelWork['onProgress'] }

/** All that a channel gets to act for one item. Refuses when the account's secret cannot be opened. */
export const workFor = async (
  { world, accounts, relay }: WorkParts,
  { item, post, account, draft }: Subject,
  { signal, onProgress }: Call,
): Promise<ChannelWork> => ({
  ...(await accounts.access(account, signal)),
  itemId: item.id,
  draft,
  at: item.schedule?.at ?? post.createdAt,
  zone: item.schedule?.zone ?? post.zone,
  marker: item.marker,
  parts: item.parts,
  standing:
    item.state === 'published'
      ? { publishedAt: item.publishedAt ?? item.createdAt, versions: item.versions.length }
      : null,
  onPart: (part) => keepPart(world, item.id, part),
  notes: uploadNotes(world.store, item.id),
  onProgress,
  relay: await relay.forItem(item.id, { signal, onProgress }),
})

/** What stands already is not added to. */
const keepPart = (world: World, itemId: string, part: ItemRecord['parts'][number]): Promise<void> =>
  world.store.transaction(async (within) => {
    const item = await within.items.get(itemId)
    if (item && item.state !== 'published' && !item.parts.some((known) => known.id === part.id)) {
      await within.items.put({ ...item, parts: [...item.parts, part] })
    }
  })
