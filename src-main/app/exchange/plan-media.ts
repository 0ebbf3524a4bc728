import type { ImportProblem } from '../../../src-preload/contract/model/exchange.ts'
import type { Attachment } from '../../../src-preload/contract/model/media.ts'
import { problem } from './problems.ts'
import { severalIn, type Values } from './row-values.ts'
import type { Source } from './sources.ts'

/**
 * Media of rows before they are there: what stands for the id is where it comes from, and becomes the id when it was
 * fetched. `url:` an address, `file:` a file that came along, `ref:` an id of the export that was read.
 */
export type Origin = `url:${string}` | `file:${string}` | `ref:${string}`

export const isOrigin = (mediaId: string): mediaId is Origin => /^(url|file|ref):/.test(mediaId)

export type PlannedMedia = { media: Attachment[]; problems: ImportProblem[] }

/** The media that a row's cells name, with what is said about them. */
export const planMedia = (values: Values, { attachments }: Source): PlannedMedia => {
  // Commas are within addresses too, but a new address begins behind one that parts them.
  const named = severalIn(values.media, /[|;\n]|,(?=\s*(?:https?:|[^,]+\.\w{2,5}\s*(?:,|$)))|\s+(?=https?:)/)
  const told = (values.alt ?? '').split(/\|\|?|\n/).map((one) => one.trim())
  const alts = named.length === 1 ? [values.alt?.trim() ?? ''] : told
  const problems: ImportProblem[] = []
  const media = named.flatMap((value, at): Attachment[] => {
    const origin = originOf(value, attachments)
    if (origin === null) problems.push(problem('error', 'media', 'media-address', { value }))
    return origin === null ? [] : [{ mediaId: origin, alt: (alts[at] ?? '').slice(0, 5000) }]
  })
  return { media, problems }
}

const originOf = (value: string, attachments: ReadonlyMap<string, Uint8Array>): Origin | null => {
  if (/^https?:\/\/[^\s/]+\.?[^\s]*$/i.test(value) && URL.canParse(value)) return `url:${value}`
  if (attachments.has(value)) return `file:${value}`
  // A name alone, where the file lies in a folder.
  const [path, second] = [...attachments.keys()].filter((one) => one.endsWith(`/${value}`))
  return path !== undefined && second === undefined ? `file:${path}` : null
}

/** The media of a post in an export: those that are in the zip, or here already. */
export const planRefs = (
  media: readonly Attachment[],
  source: Source,
  here: ReadonlyMap<string, string>,
): PlannedMedia => {
  const problems: ImportProblem[] = []
  const found = media.flatMap((one): Attachment[] => {
    const { mediaId } = one
    const told = source.known?.media.find(({ id }) => id === mediaId)
    const known = told && here.get(told.hash)
    if (known) return [{ ...one, mediaId: known }]
    if (told?.path !== undefined && source.attachments.has(told.path)) return [{ ...one, mediaId: `ref:${mediaId}` }]
    problems.push(problem('error', 'media', 'media-missing', { value: told?.name ?? mediaId }))
    return []
  })
  return { media: found, problems }
}
