import { rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia, Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import type { NetworkRules } from '../rules/network-rules.ts'

/** Makes a file of a draft public for Meta to fetch, images as the network takes them: its address. */
export const offerMedia = async (
  { relay, itemId, draft: { strict } }: Pick<Work<unknown>, 'relay' | 'itemId' | 'draft'>,
  media: DraftMedia,
  rules: NetworkRules,
): Promise<string> => {
  if (!relay) {
    return refuse(
      'media-unsupported',
      `${rules.name} fetches files from a public address, and no place for them is chosen.`,
      'Choose one in Settings > Media relay.',
      { field: 'media' },
    )
  }
  const { mime, path, name, size } = media
  if (!mime.startsWith('image/')) return relay.offer({ path, mime, name, size })
  const { blob, name: fitted } = await openMedia(media, rules, strict)
  // By its place a relay knows what it was offered before: it is the same in every try.
  const copy = join(tmpdir(), `posthorn-${itemId}-${media.hash}${fitted.slice(fitted.lastIndexOf('.'))}`)
  try {
    await writeFile(copy, Buffer.from(await blob.arrayBuffer()), { mode: 0o600 })
    return await relay.offer({ path: copy, mime: blob.type, name: fitted, size: blob.size })
  } finally {
    await rm(copy, { force: true })
  }
}
