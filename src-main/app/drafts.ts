import type { Attachment } from '../../src-preload/contract/model/media.ts'
import type { Override } from '../../src-preload/contract/model/item.ts'
import type { Content } from '../../src-preload/contract/model/post.ts'
import type { Draft } from '../channels/channel.ts'
import type { MediaFiles, Store } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'

/** Joins what a post says with what a target says differently, and finds its files. */
export const composeDraft = async (
  store: Store,
  files: MediaFiles,
  content: Content,
  channel: string,
  override: Override,
): Promise<Draft> => ({
  text: override.text ?? content.text,
  media: await findMedia(store, files, override.media ?? content.media),
  tags: content.tags,
  emphasis: [],
  thread: content.thread,
  numbered: content.numbered,
  strict: content.strict,
  options: { ...content.options[channel], ...override.options },
})

const findMedia = async (store: Store, files: MediaFiles, attachments: readonly Attachment[]) => {
  if (attachments.length === 0) return []
  const found = new Map((await store.media.getMany(attachments.map((one) => one.mediaId))).map((one) => [one.id, one]))
  return attachments.map(({ mediaId, alt }) => {
    const media = found.get(mediaId)
    if (!media) return refuse('not-found', `There is no file ${mediaId}.`, 'Attach the file again.', { field: 'media' })
    return { ...media, alt, path: files.path(media.hash) }
  })
}
