import { createReadStream } from 'node:fs'
import { rm, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { refuse } from '../../core/refusal.ts'
import type { Offered, Work } from '../channel.ts'
import { fitFile } from '../check/open-media.ts'
import { codeOf, createFile, replaceFile } from '../kit/write-file.ts'
import { FOLDER } from '../rules/folder.ts'
import { type Entry, type EntryMedia, parseEntry, renderEntry } from './entry.ts'
import { readOrNull, type Site, writeFeeds } from './feeds.ts'
import { localDate, slugOf, splitTitle } from './names.ts'
import type { FolderSettings } from './settings.ts'

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
    const standing = await readStanding(work, `${base}.md`)
    if (standing) return standing
  }
  return null
}

/** The entry in a file, if it is this item's. */
export const readStanding = async (
  { settings, itemId }: Work<FolderSettings>,
  file: string,
): Promise<Standing | null> => {
  const entry = await parseEntry((await readOrNull(join(settings.path, file))) ?? '')
  return entry?.id === itemId ? { file, entry } : null
}

/** Writes the media, then the post: what a reader finds is whole. A file of somebody else is left alone. */
export const writeEntry = async (work: Work<FolderSettings>): Promise<Standing> => {
  const { title, body } = splitTitle(work.draft)
  for (const base of baseNames(work)) {
    const file = `${base}.md`
    if ((await readOrNull(join(work.settings.path, file))) !== null) continue
    const media = await writeMedia(work, base)
    const entry: Entry = {
      id: work.itemId,
      title,
      date: localDate(work.at, work.zone),
      updated: null,
      slug: slugIn(work),
      tags: [...work.draft.tags],
      media,
      text: body,
    }
    if (await createFile(join(work.settings.path, file), await renderEntry(entry))) return { file, entry }
  }
  return refuse('folder-not-writable', 'The folder holds other files of the same name.', 'Move them away and retry.')
}

/** Puts other words and media in the place of what stands; name, date and address stay. `changedAt`: null, as before. */
export const rewriteEntry = async (
  work: Work<FolderSettings>,
  { file, entry }: Standing,
  changedAt: number | null,
): Promise<void> => {
  const { title, body } = splitTitle(work.draft)
  const media = await writeMedia(work, baseOf(file))
  const updated = changedAt === null ? entry.updated : localDate(changedAt, work.zone)
  const next: Entry = { ...entry, title, text: body, tags: [...work.draft.tags], media, updated }
  await replaceFile(join(work.settings.path, file), await renderEntry(next))
  const kept = new Set(media.map((one) => one.file))
  await removeMedia(work, { file, entry: { ...entry, media: entry.media.filter((one) => !kept.has(one.file)) } })
}

export const removeEntry = async (work: Work<FolderSettings>, standing: Standing): Promise<void> => {
  await rm(join(work.settings.path, standing.file), { force: true })
  await removeMedia(work, standing)
}

export const refreshFeeds = (settings: FolderSettings): Promise<void> => writeFeeds(siteOf(settings))

/** Names are of day and title; one that is taken gets the end of the item's id. Always the same for one item. */
const baseNames = (work: Work<FolderSettings>): [string, string] => {
  const base = `${localDate(work.at, work.zone).slice(0, 10)}-${slugIn(work)}`
  return [base, `${base}-${work.itemId.slice(-8).toLowerCase()}`]
}

const slugIn = ({ marker, draft }: Work<FolderSettings>): string => marker ?? slugOf(splitTitle(draft).title)

const baseOf = (file: string): string => basename(file, '.md')

/**
 * Copies the media beside the post, as they are but for where images were made. Their names tell their content, so one
 * that stands already is the same.
 */
const writeMedia = async ({ draft, settings }: Work<FolderSettings>, base: string): Promise<EntryMedia[]> => {
  const media: EntryMedia[] = []
  for (const one of draft.media) {
    const fit = await fitFile(one, FOLDER, draft.strict, { originals: true })
    const file = `${base}-${one.hash.slice(0, 8)}.${ENDINGS[fit.mime] ?? 'bin'}`
    await createFile(join(settings.path, file), readMedia(fit))
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
const removeMedia = async ({ settings }: Work<FolderSettings>, { file, entry }: Standing): Promise<void> => {
  for (const { file: name } of entry.media) {
    if (basename(name) === name && name.startsWith(`${baseOf(file)}-`)) {
      await rm(join(settings.path, name), { force: true })
    }
  }
}
