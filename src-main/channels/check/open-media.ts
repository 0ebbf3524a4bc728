import { openAsBlob } from 'node:fs'
import { extname } from 'node:path'
import { refuse } from '../../core/refusal.ts'
import type { DraftMedia } from '../channel.ts'
import { GIF, JPEG, type NetworkRules, PNG, WEBP } from '../rules/network-rules.ts'
import { fitMedia, limitsOf, troubleOf } from './fit-media.ts'

/** A file as it is uploaded; the ending of its name says what it is. */
export type OpenFile = { blob: Blob; name: string }

const ENDINGS: Readonly<Record<string, string>> = { [JPEG]: '.jpg', [PNG]: '.png', [WEBP]: '.webp' }

/**
 * Opens a file for upload: images as their check said they would be, videos and what moves as they are, read from the
 * disk while they are sent. Refuses what is gone, and in a strict post what would have to be changed.
 */
export const openMedia = async (media: DraftMedia, rules: NetworkRules, strict: boolean): Promise<OpenFile> => {
  const limits = limitsOf(rules)
  const asItIs = !media.mime.startsWith('image/') || (media.mime === GIF && rules.images?.moving)
  if (!limits || asItIs) return { blob: await openAsItIs(media), name: media.name }
  const { bytes, mime, ...fitted } = await fitMedia(media, limits, rules.name)
  const trouble = strict ? troubleOf(fitted) : null
  if (trouble) {
    refuse(
      trouble,
      `${media.name} breaks a limit of ${rules.name}, and this post is strict.`,
      'Attach one that fits.',
      {
        field: 'media',
      },
    )
  }
  const stem = media.name.slice(0, media.name.length - extname(media.name).length)
  return { blob: new Blob([Buffer.from(bytes)], { type: mime }), name: `${stem || 'image'}${ENDINGS[mime] ?? ''}` }
}

/** Opens a file to be read from the disk while it is sent. Refuses what is gone. */
export const openAsItIs = async ({ path, name, mime }: Pick<DraftMedia, 'path' | 'name' | 'mime'>): Promise<Blob> => {
  try {
    return await openAsBlob(path, { type: mime })
  } catch (error) {
    return refuse('media-missing', `The file of ${name} is gone from Posthorn's folder.`, 'Attach it again.', {
      field: 'media',
      detail: String(error),
    })
  }
}
