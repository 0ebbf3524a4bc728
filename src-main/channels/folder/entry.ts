import { z } from 'zod'

/** A published post as it stands in its file. */
export type Entry = {
  /** The item it is: how Posthorn knows its own files. */
  id: string
  title: string
  /** With offset: `2026-12-01T09:00:00+01:00`. */
  date: string
  /** When it was last changed, if it was. */
  updated: string | null
  slug: string
  tags: string[]
  media: EntryMedia[]
  /** Markdown, without title and media. */
  text: string
}
/** `file` is a name in the same folder. */
export type EntryMedia = { file: string; alt: string }

const date = z.string().refine((value) => !Number.isNaN(Date.parse(value)))
const frontMatter = z.object({
  id: z.string(),
  title: z.string(),
  date,
  updated: date.nullable().default(null),
  slug: z.string(),
  tags: z.array(z.string()).default([]),
  media: z.array(z.object({ file: z.string(), alt: z.string() })).default([]),
})

const MATTER = /^\uFEFF?---\r?\n([\s\S]*?)\r?\n---(?:\r?\n|$)([\s\S]*)$/

/** The file of an entry: YAML front matter, then Markdown. */
export const renderEntry = async ({ date, updated, text, media, ...about }: Entry): Promise<string> => {
  const { stringify } = await import('yaml')
  // Dates stand bare and the rest in quotes, so that every reader of YAML, old ones included, takes them for what they are.
  const quoted = stringify(
    { ...about, media },
    { defaultStringType: 'QUOTE_DOUBLE', defaultKeyType: 'PLAIN', lineWidth: 0 },
  )
  const dates = `date: ${date}\n${updated === null ? '' : `updated: ${updated}\n`}`
  const body = [text, renderMedia(media)].filter((part) => part !== '').join('\n\n')
  return `---\n${dates}${quoted}---\n\n${body}\n`
}

/** Reads a file back; null when it is not one of Posthorn's. A person may have changed it by hand. */
export const parseEntry = async (content: string): Promise<Entry | null> => {
  const parts = MATTER.exec(content)
  if (!parts) return null
  const { parse } = await import('yaml')
  try {
    const about = frontMatter.parse(parse(parts[1] ?? ''))
    const body = (parts[2] ?? '').trim()
    const media = renderMedia(about.media)
    return { ...about, text: (body.endsWith(media) ? body.slice(0, body.length - media.length) : body).trim() }
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
    const said: unknown = parse(parts[1] ?? '')
    const date = z.looseObject({ date: z.coerce.string() }).safeParse(said).data?.date
    const at = Date.parse(date ?? '')
    return { date: Number.isNaN(at) ? null : at, body }
  } catch {
    return { date: null, body }
  }
}

/** Whether a file is shown as a picture, by its ending. */
export const isImage = (file: string): boolean => /\.(jpe?g|png|webp|gif|avif)$/i.test(file)

const renderMedia = (media: readonly EntryMedia[]): string =>
  media.map(({ file, alt }) => `${isImage(file) ? '!' : ''}[${escapeAlt(alt)}](${file})`).join('\n\n')

const escapeAlt = (alt: string): string =>
  alt
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\[\]]/g, '\\$&')
