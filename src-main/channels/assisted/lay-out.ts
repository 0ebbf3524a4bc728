import { mkdir } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { Work } from '../channel.ts'
import { fitsIn, measuresOf } from '../check/count-text.ts'
import { openMedia } from '../check/open-media.ts'
import { threadParts } from '../check/thread-parts.ts'
import { localDate, slugOf, splitTitle } from '../folder/names.ts'
import { replaceFile } from '../kit/write-file.ts'
import type { NetworkRules } from '../rules/network-rules.ts'
import type { AssistedSettings } from './settings.ts'

/**
 * Lays out a post in a folder of its own, for a person to carry over: `text.txt` (parts of a thread one after another),
 * the files in their order and made to fit, `descriptions.txt` for those who cannot see them. Returns the folder. A repeat
 * writes the same again.
 */
export const layOut = async (work: Work<AssistedSettings>, rules: NetworkRules): Promise<string> => {
  const { draft, settings, at, zone, itemId } = work
  const name = `${localDate(at, zone).slice(0, 10)}-${slugOf(splitTitle(draft).title)}-${itemId.slice(-6).toLowerCase()}`
  const folder = join(settings.path, name)
  await mkdir(folder, { recursive: true })
  const fits = fitsIn(await measuresOf(rules.text))
  const texts = threadParts({ ...draft, thread: draft.thread && rules.thread }, fits)
  await replaceFile(join(folder, 'text.txt'), `${texts.join('\n\n---\n\n')}\n`)
  const described: string[] = []
  for (const [index, media] of draft.media.entries()) {
    const { blob, name: original } = await openMedia(media, rules, draft.strict)
    const file = `${index + 1}${extname(original).toLowerCase()}`
    await replaceFile(join(folder, file), new Uint8Array(await blob.arrayBuffer()))
    if (media.alt.trim() !== '') described.push(`${file}\n${media.alt.trim()}`)
  }
  if (described.length > 0) await replaceFile(join(folder, 'descriptions.txt'), `${described.join('\n\n')}\n`)
  return folder
}
