import { z } from 'zod'
import type { Work } from '../channel.ts'
import { openMedia } from '../check/open-media.ts'
import { FACEBOOK } from '../rules/facebook.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'
import type { Page } from './page.ts'

const uploaded = z.object({ id: z.string().min(1) })
const noteOf = (index: number) => `photo ${index}`

/**
 * Uploads the photos of a post where nobody sees them, in order: their ids. They wait for a day to be attached, so what
 * is there already is not sent again. `later`: they are to wait for a time of the page's own schedule.
 */
export const uploadPhotos = async (
  { draft, notes, onProgress }: Work<FacebookAppSettings>,
  page: Page,
  later: boolean,
): Promise<string[]> => {
  const ids: string[] = []
  const total = draft.media.reduce((sum, { size }) => sum + size, 0)
  let before = 0
  for (const [index, one] of draft.media.entries()) {
    const known = await notes.read(noteOf(index))
    const start = before
    before += one.size
    if (known) {
      ids.push(known)
      continue
    }
    const file = await openMedia(one, FACEBOOK, draft.strict)
    const told = {
      published: false,
      ...(later && { temporary: true }),
      ...(one.alt.trim() !== '' && { alt_text_custom: one.alt.toWellFormed() }),
    }
    const { id } = await page.graph.ask('POST', `${page.id}/photos`, uploaded, told, {
      files: new Map([['source', file]]),
      onProgress: (sent) => onProgress(start + Math.min(sent, one.size), total),
    })
    await notes.write(noteOf(index), id)
    ids.push(id)
  }
  return ids
}

/** The ids of the photos that were uploaded for this post; null while one is missing. */
export const knownPhotos = async ({ draft, notes }: Work<FacebookAppSettings>): Promise<string[] | null> => {
  const ids = await Promise.all(draft.media.map((_, index) => notes.read(noteOf(index))))
  const known = ids.filter((id) => id !== null && id !== '')
  return known.length === draft.media.length && known.length > 0 ? (known as string[]) : null
}
