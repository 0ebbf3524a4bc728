import { createReadStream } from 'node:fs'
import { mkdir, rm, rmdir, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { refuse } from '../../core/refusal.ts'
import type { Offered, Work } from '../channel.ts'
import { fitFile } from '../check/open-media.ts'
import { codeOf, createFile, replaceFile } from '../kit/write-file.ts'
import { FOLDER, folderOptions } from '../rules/folder.ts'
import { type Entry, type EntryMedia, parseEntry, renderEntry } from './entry.ts'
import { FEEDS, readOrNull, type Site, writeFeeds } from './feeds.ts'
import { localDate, slugOf, wordsOf } from './names.ts'
import { type FolderSettings, layoutOf } from './settings.ts'

/** An entry and the name of its file. */
export type Standing = { file: string; entry: Entry }

const ENDINGS: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'video/mp4': 'mp4',
  'video/quicktime': 'mov',
  'video/webm': 'webm',
}
export const siteOf = ({ path, title, link }: FolderSettings): Site => {
  const base = link ?? pathToFileURL(path).href
  return { path, title: title || basename(path) || 'Posthorn', base: new URL(base.endsWith('/') ? base : `${base}/`) }
}

/** The post of this item, if it stands; throws when the folder itself is not there. */
export const findEntry = async (work: Work<FolderSettings>): Promise<Standing | null> => {
  await stat(work.settings.path)
  for (const base of baseNames(work)) {
    const standing = await readStanding(work, fileOf(work.settings, base))
    if (standing) return standing
  }
  return null
}

/** The entry in a file, if it is this item's. */
export const readStanding = async (
  { settings, itemId }: Work<FolderSettings>,
  file: string,
): Promise<Standing | null> => {
  const content = (await readOrNull(join(settings.path, file))) ?? ''
  const entry = await parseEntry(content, layoutOf(settings), baseOf(settings, file))
  return entry?.id === itemId ? { file, entry } : null
}

/** Writes the media, then the post: what a reader finds is whole. A file of somebody else is left alone. */
export const writeEntry = async (work: Work<FolderSettings>): Promise<Standing> => {
  const { settings } = work
  for (const base of baseNames(work)) {
    const file = fileOf(settings, base)
    if ((await readOrNull(join(settings.path, file))) !== null) continue
    const media = await writeMedia(work, base)
    const date = localDate(work.at, work.zone)
    // The day stands before it.
    const entry: Entry = { id: work.itemId, base, date, updated: null, slug: base.slice(11), ...toldOf(work), media }
    await mkdir(dirname(join(settings.path, file)), { recursive: true })
    if (await createFile(join(settings.path, file), await renderEntry(entry, layoutOf(settings))))
      return { file, entry }
  }
  return refuse('folder-not-writable', 'The folder holds other files of the same name.', 'Move them away and retry.')
}

/** Puts other words and media in the place of what stands; name, date and address stay. `changedAt`: null, as before. */
export const rewriteEntry = async (
  work: Work<FolderSettings>,
  { file, entry }: Standing,
  changedAt: number | null,
): Promise<Standing> => {
  const { settings } = work
  const media = await writeMedia(work, entry.base)
  const updated = changedAt === null ? entry.updated : localDate(changedAt, work.zone)
  const next: Entry = { ...entry, ...toldOf(work), media, updated }
  await replaceFile(join(settings.path, file), await renderEntry(next, layoutOf(settings)))
  const kept = new Set(media.map((one) => one.file))
  await removeMedia(work, { file, entry: { ...entry, media: entry.media.filter((one) => !kept.has(one.file)) } })
  return { file, entry: next }
}

export const removeEntry = async (work: Work<FolderSettings>, standing: Standing): Promise<void> => {
  const path = join(work.settings.path, standing.file)
  await rm(path, { force: true })
  await removeMedia(work, standing)
  // Where somebody laid something beside it, the folder of the post stays.
  if (layoutOf(work.settings).bundles) await rmdir(dirname(path)).catch(() => {})
}

export const refreshFeeds = async (settings: FolderSettings): Promise<void> => {
  if (layoutOf(settings).feeds) await writeFeeds(siteOf(settings))
}

/** All files of a post, below the folder; and the feeds that tell of it. */
export const filesOf = (settings: FolderSettings, { file, entry }: Standing): string[] => [
  file,
  ...entry.media.map((one) => mediaFile(settings, entry.base, one.file)),
  ...(layoutOf(settings).feeds ? FEEDS : []),
]

/** What the draft says of a post. */
const toldOf = ({
  draft,
}: Work<FolderSettings>): Omit<Entry, 'id' | 'base' | 'date' | 'updated' | 'slug' | 'media'> => {
  const { title, body } = wordsOf(draft)
  const told = folderOptions.safeParse(draft.options).data ?? {}
  return {
    title,
    description: told.description?.replace(/\s+/g, ' ').trim() ?? '',
    tags: [...draft.tags],
    categories: told.categories ?? [],
    draft: told.draft === true,
    cover: told.cover === true,
    text: body,
  }
}

/** Names are of day and title; one that is taken gets the end of the item's id. Always the same for one item. */
const baseNames = (work: Work<FolderSettings>): [string, string] => {
  const base = `${localDate(work.at, work.zone).slice(0, 10)}-${work.marker ?? slugOf(wordsOf(work.draft).title)}`
  return [base, `${base}-${work.itemId.slice(-8).toLowerCase()}`]
}

const fileOf = (settings: FolderSettings, base: string): string => {
  const { posts, bundles } = layoutOf(settings)
  return [posts, bundles ? `${base}/index.md` : `${base}.md`].filter((part) => part !== '').join('/')
}

export const baseOf = (settings: FolderSettings, file: string): string =>
  layoutOf(settings).bundles ? basename(dirname(file)) : basename(file, '.md')

/** Whether a post of this account may lie there: what an id says may be anything. */
export const mayBePost = (settings: FolderSettings, file: string): boolean =>
  fileOf(settings, baseOf(settings, file)) === file && !/[\\/]|^\.+$/.test(baseOf(settings, file))

/** Where a post is found on the web. */
export const addressOf = (settings: FolderSettings, { file, entry }: Standing): string => {
  const { page } = layoutOf(settings)
  const place = page && settings.link !== undefined ? page(entry.base, entry) : file
  return new URL(place.split('/').map(encodeURIComponent).join('/'), siteOf(settings).base).href
}

const mediaFile = (settings: FolderSettings, base: string, file: string): string => {
  const { posts, bundles, media } = layoutOf(settings)
  return [media ?? (bundles ? `${posts}/${base}` : posts), file].filter((part) => part !== '').join('/')
}

/**
 * Copies the media to where the post wants them, as they are but for where images were made. Their names tell their
 * content, so one that stands already is the same.
 */
const writeMedia = async ({ draft, settings }: Work<FolderSettings>, base: string): Promise<EntryMedia[]> => {
  const media: EntryMedia[] = []
  for (const one of draft.media) {
    const fit = await fitFile(one, FOLDER, draft.strict, { originals: true })
    const file = `${base}-${one.hash.slice(0, 8)}.${ENDINGS[fit.mime] ?? 'bin'}`
    const path = join(settings.path, mediaFile(settings, base, file))
    await mkdir(dirname(path), { recursive: true })
    await createFile(path, readMedia(fit))
    media.push({ file, alt: one.alt })
  }
  return media
}

const readMedia = async function* ({ name, path }: Offered): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(path)) yield piece as Uint8Array
  } catch (error) {
    refuse('media-missing', `The file of ${name} is gone from Posthorn's folder.`, 'Attach it again.', {
      field: 'media',
      detail: codeOf(error),
    })
  }
}

/** Only what bears the name of the post is removed, whatever was written into its file meanwhile. */
const removeMedia = async ({ settings }: Work<FolderSettings>, { entry }: Standing): Promise<void> => {
  for (const { file: name } of entry.media) {
    if (basename(name) === name && name.startsWith(`${entry.base}-`)) {
      await rm(join(settings.path, mediaFile(settings, entry.base, name)), { force: true })
    }
  }
}
