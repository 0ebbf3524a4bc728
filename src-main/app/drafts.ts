import type { Attachment } from '../../src-preload/contract/model/media.ts'
import type { Override } from '../../src-preload/contract/model/item.ts'
import type { Content } from '../../src-preload/contract/model/post.ts'
import type { Channel, Draft } from '../channels/channel.ts'
import type { Store } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import type { RichText } from '../core/rich-text.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** Joins what a post says with what a target says differently, and finds its files. */
export const composeDraft = async (
  store: Store,
  { files, channels }: Pick<World, 'files' | 'channels'>,
  content: Content,
  channel: string,
  override: Override,
): Promise<Draft> => ({
  ...(await readText(override.text ?? content.text, content.rich, channels.get(channel))),
  media: await findMedia(store, files, override.media ?? content.media),
  tags: content.tags,
  thread: content.thread,
  numbered: content.numbered,
  strict: content.strict,
  options: { ...content.options[channel], ...override.options },
})

/** What of emphasis the channel can show is read out of the text; of the rest only the words stay. */
const readText = async (text: string, rich: boolean, channel: Channel | undefined): Promise<RichText> => {
  if (!rich) return { text, emphasis: [] }
  const { readRichText } = await import('../core/rich-text.ts')
  return readRichText(text, new Set(channel?.descriptor.emphasis))
}

const findMedia = async (store: Store, files: World['files'], attachments: readonly Attachment[]) => {
  if (attachments.length === 0) return []
  const found = new Map((await store.media.getMany(attachments.map((one) => one.mediaId))).map((one) => [one.id, one]))
  return attachments.map(({ mediaId, alt }) => {
    const media = found.get(mediaId)
    if (!media)
      return refuse('not-found', `There is no file ${mediaId}.`, 'Attach the file again.', {
        field: 'media',
        told: because('file-gone'),
      })
    return { ...media, alt, path: files.path(media.hash) }
  })
}
