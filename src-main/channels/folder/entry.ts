import { z } from 'zod'
import { guard, type Layout, unguard } from './layouts.ts'

/** A published post as it stands in its file. */
export type Entry = {
  /** The item it is: how Posthorn knows its own files. */
  id: string
  /** What its files are called: day and slug. */
  base: string
  title: string
  description: string
  /** With offset: `2026-12-01T09:00:00+01:00`. */
  date: string
  /** When it was last changed, if it was. */
  updated: string | null
  slug: string
  tags: string[]
  categories: string[]
  draft: boolean
  /** Its first picture stands above it and not in it. */
  cover: boolean
  media: EntryMedia[]
  /** Markdown, without title and media. */
  text: string
}
/** `file` is a name among the media. */
export type EntryMedia = { file: string; alt: string }
/** The picture above a post, by the name that a post has for it. */
export type Cover = { address: string; alt: string }

const date = z.string().refine((value) => !Number.isNaN(Date.parse(value)))
const own = z.object({
  id: z.string(),
  date,
  updated: date.nullable().default(null),
  slug: z.string(),
  draft: z.boolean().default(false),
  cover: z.unknown().optional().transform(Boolean),
  media: z.array(z.object({ file: z.string(), alt: z.string() })).default([]),
})
const shared = z.object({
  title: z.string(),
  description: z.string().default(''),
  tags: z.array(z.string()).default([]),
  categories: z.array(z.string()).default([]),
})

const MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)([\s\S]*)$/

/** The file of an entry: YAML front matter, then Markdown. */
export const renderEntry = async (entry: Entry, layout: Layout): Promise<string> => {
  const { stringify } = await import('yaml')
  const { id, title, date: written, description, tags, categories, media, text, base: _, ...about } = entry
  const first = coverOf(entry)
  const cover = first && { address: layout.address(first.file), alt: first.alt }
  const matter = {
    // A folder that is read by nobody else has it all in the open.
    ...(layout.feeds ? { id } : {}),
    title,
    ...(description !== '' && { description }),
    ...layout.matter(entry, cover),
    tags,
    ...(categories.length > 0 && { categories }),
    ...(layout.feeds ? { media } : { posthorn: { id, date: written, ...about, media } }),
  }
  // Dates stand bare and the rest in quotes, so that every reader of YAML, old ones included, takes them for what they are.
  const quoted = stringify(matter, {
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType: 'PLAIN',
    lineWidth: 0,
  }).replace(/^(\w*(?:updated|lastmod|last_modified_at|updatedDate|pubDate)): "([^"]+)"$/gm, '$1: $2')
  const body = [guard(layout, text), renderMedia(entry, layout)].filter((part) => part !== '').join('\n\n')
  return `---\ndate: ${written}\n${quoted}---\n\n${body}\n`
}

/** Reads a file back; null when it is not one of Posthorn's. A person may have changed it by hand. */
export const parseEntry = async (content: string, layout: Layout, base: string): Promise<Entry | null> => {
  const parts = MATTER.exec(content)
  if (!parts) return null
  const { parse } = await import('yaml')
  try {
    const matter: unknown = parse(parts[1] ?? '')
    const about = layout.feeds ? own.parse(matter) : z.object({ posthorn: own }).parse(matter).posthorn
    const entry = { ...shared.parse(matter), ...about, base, text: '' }
    const body = (parts[2] ?? '').trim()
    const media = renderMedia(entry, layout)
    const text = body.endsWith(media) ? body.slice(0, body.length - media.length) : body
    return { ...entry, text: unguard(layout, text.trim()) }
  } catch {
    return null
  }
}

/** Date and body of a file that somebody else wrote; without a date where it says none. */
export const readMatter = async (content: string): Promise<{ date: number | null; body: string }> => {
  const parts = MATTER.exec(content)
  if (!parts) return { date: null, body: content.trim() }
  const body = (parts[2] ?? '').trim()
  const { parse } = await import('yaml')
  try {
    const told = z.looseObject({ date: z.coerce.string().optional(), pubDate: z.coerce.string().optional() })
    const said = told.safeParse(parse(parts[1] ?? '')).data
    const at = Date.parse(said?.date ?? said?.pubDate ?? '')
    return { date: Number.isNaN(at) ? null : at, body }
  } catch {
    return { date: null, body }
  }
}

/** Whether a file is shown as a picture, by its ending. */
export const isImage = (file: string): boolean => /\.(jpe?g|png|webp|gif|avif)$/i.test(file)

/** The picture above the post; null: it has none. */
const coverOf = ({ cover, media }: Pick<Entry, 'cover' | 'media'>): EntryMedia | null => {
  const [first] = media
  return cover && first && isImage(first.file) ? first : null
}

const renderMedia = (entry: Pick<Entry, 'cover' | 'media'>, { address }: Layout): string =>
  entry.media
    .filter((one) => one !== coverOf(entry))
    .map(({ file, alt }) => `${isImage(file) ? '!' : ''}[${escapeAlt(alt)}](${address(file)})`)
    .join('\n\n')

const escapeAlt = (alt: string): string =>
  alt
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]]/g, '\\$&')
