import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Remote } from '../../src-preload/contract/model/item.ts'
import { failed } from '../core/refusal.ts'
import type { Access, Change, Channel, ChannelTools, Connected, Lookup, Outcome, Work } from './channel.ts'
import { diskFailure, outcomeOfDisk } from './folder/failures.ts'
import { assertOwnFeeds } from './folder/feeds.ts'
import { findLinks } from './kit/find-links.ts'
import { slugOf, splitTitle } from './folder/names.ts'
import { readBack } from './folder/read-back.ts'
import { folderSettings, type FolderSettings } from './folder/settings.ts'
import {
  findEntry,
  readStanding,
  refreshFeeds,
  removeEntry,
  rewriteEntry,
  siteOf,
  writeEntry,
} from './folder/write-entry.ts'
import { defineChannel } from './kit/define-channel.ts'
import { FOLDER } from './rules/folder.ts'
import { codeOf, createFile } from './kit/write-file.ts'

/** A folder of Markdown files with media and feeds: the channel that is always there. */
export const createFolder = ({ clock }: ChannelTools): Channel =>
  defineChannel<FolderSettings>({
    rules: FOLDER,
    group: 'own',
    summary: 'Markdown files with their media, and feeds of them, in a folder on this computer.',
    secret: null,
    reading: {
      ranges: (text) => Promise.resolve(findLinks(text).map((link) => ({ ...link, kind: 'link' }))),
      imagesByRecord: true,
    },
    form: folderSettings,
    settings: folderSettings,
    connect,
    plan: (draft) => slugOf(splitTitle(draft).title),
    publish,
    lookup,
    edit: (work, remote) => edit(work, remote, clock.now()),
    readBack,
    unpublish,
  })

const connect = async ({ settings }: Access<FolderSettings>): Promise<Connected<FolderSettings>> => {
  try {
    await makeFolder(settings.path)
    await assertOwnFeeds(settings.path)
    const proof = join(settings.path, `.posthorn-${randomUUID()}.proof`)
    await createFile(proof, 'Posthorn can write here.\n')
    await rm(proof)
    return { kind: 'valid', identity: settings.path, settings }
  } catch (error) {
    const { code, detail, message, next } = diskFailure(error, settings.path)
    if (code === 'disk-full') return { kind: 'unreachable', failure: { code, message, next: 'Make room on it.' } }
    // Whatever else the disk says, there is no folder here to write to.
    const why = code === 'unreachable' ? `${settings.path} cannot be made or used as a folder.` : message
    const what = code === 'unreachable' ? 'Choose another folder, or one on a disk that is connected.' : next
    const about = { field: 'settings.path', ...(detail !== undefined && { detail }) }
    return { kind: 'refused', failure: failed('folder-not-writable', why, what, about) }
  }
}

/** Node's own recursive way never ends where a system folder refuses new folders as if it were not there itself. */
const makeFolder = async (path: string): Promise<void> => {
  try {
    await mkdir(path)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return
    if (codeOf(error) !== 'ENOENT' || dirname(path) === path) throw error
    await makeFolder(dirname(path))
    await mkdir(path)
  }
}

const publish = async (work: Work<FolderSettings>): Promise<Outcome> => {
  try {
    const standing = await findEntry(work)
    await assertOwnFeeds(work.settings.path)
    // What an earlier attempt left is made what the post says now.
    if (standing) await rewriteEntry(work, standing, null)
    const { file } = standing ?? (await writeEntry(work))
    await refreshFeeds(work.settings)
    return { kind: 'published', remote: remoteOf(file, work.settings) }
  } catch (error) {
    return outcomeOfDisk(error, work.settings.path)
  }
}

const lookup = async (work: Work<FolderSettings>): Promise<Lookup> => {
  try {
    const standing = await findEntry(work)
    return standing ? { kind: 'found', remote: remoteOf(standing.file, work.settings) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: diskFailure(error, work.settings.path) }
  }
}

const edit = async (work: Work<FolderSettings>, remote: Remote, now: number): Promise<Change> => {
  try {
    const standing = await findRemote(work, remote)
    if (!standing) return { kind: 'refused', failure: gone(remote) }
    await rewriteEntry(work, standing, now)
    await refreshFeeds(work.settings)
    return { kind: 'done', remote }
  } catch (error) {
    return { kind: 'refused', failure: diskFailure(error, work.settings.path) }
  }
}

/** What somebody removed by hand already is only taken out of the feeds. */
const unpublish = async (work: Work<FolderSettings>, remote: Remote): Promise<Change> => {
  try {
    const standing = await findRemote(work, remote)
    if (standing) await removeEntry(work, standing)
    await refreshFeeds(work.settings)
    return { kind: 'done', remote }
  } catch (error) {
    return { kind: 'refused', failure: diskFailure(error, work.settings.path) }
  }
}

const findRemote = (work: Work<FolderSettings>, { id }: Remote) =>
  basename(id) === id ? readStanding(work, id) : Promise.resolve(null)

const remoteOf = (file: string, settings: FolderSettings): Remote => ({
  id: file,
  url: new URL(encodeURIComponent(file), siteOf(settings).base).href,
  parts: [],
})

const gone = ({ id }: Remote) =>
  failed(
    'not-found',
    `The file ${id} is gone from the folder, or is another post now.`,
    'Duplicate the post to publish it again.',
  )
