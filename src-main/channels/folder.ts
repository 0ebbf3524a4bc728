import { toldOf } from '../core/told.ts'
import { randomUUID } from 'node:crypto'
import { mkdir, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Failure } from '../../src-preload/contract/failure.ts'
import type { Remote } from '../../src-preload/contract/model/item.ts'
import { failed, Refusal } from '../core/refusal.ts'
import type { Access, Change, Channel, ChannelTools, Connected, Lookup, Outcome, Work } from './channel.ts'
import { diskFailure, outcomeOfDisk } from './folder/failures.ts'
import { assertOwnFeeds } from './folder/feeds.ts'
import { assertCommits, type Commit, goneFiles, keepInGit } from './folder/git.ts'
import { slugOf, wordsOf } from './folder/names.ts'
import { readBack } from './folder/read-back.ts'
import { folderSettings, type FolderSettings, layoutOf } from './folder/settings.ts'
import {
  addressOf,
  baseOf,
  filesOf,
  findEntry,
  mayBePost,
  readStanding,
  refreshFeeds,
  removeEntry,
  rewriteEntry,
  type Standing,
  writeEntry,
} from './folder/write-entry.ts'
import { readByRules } from './check/find-ranges.ts'
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
      ...readByRules(FOLDER),
      imagesByRecord: true,
    },
    form: folderSettings,
    settings: folderSettings,
    connect,
    plan: (draft) => slugOf(wordsOf(draft).title),
    publish,
    lookup,
    edit: (work, remote) => edit(work, remote, clock.now()),
    readBack,
    unpublish,
  })

const connect = async ({ settings, signal }: Access<FolderSettings>): Promise<Connected<FolderSettings>> => {
  try {
    await makeFolder(settings.path)
    if (layoutOf(settings).feeds) await assertOwnFeeds(settings.path)
    await assertCommits(settings, signal)
    const proof = join(settings.path, `.posthorn-${randomUUID()}.proof`)
    await createFile(proof, 'Posthorn can write here.\n')
    await rm(proof)
    return { kind: 'valid', identity: settings.path, settings }
  } catch (error) {
    if (error instanceof Refusal) return { kind: 'refused', failure: error.failure }
    const { code, detail, message, next, told } = diskFailure(error, settings.path)
    if (code === 'disk-full') return { kind: 'unreachable', failure: { code, message, next: 'Make room on it.' } }
    // Whatever else the disk says, there is no folder here to write to.
    const about = { field: 'settings.path', ...(detail !== undefined && { detail }) }
    const failure =
      code === 'unreachable'
        ? failed(
            'folder-not-writable',
            `${settings.path} cannot be made or used as a folder.`,
            'Choose another folder, or one on a disk that is connected.',
            about,
          )
        : failed('folder-not-writable', message, next, { ...about, told: toldOf({ message, next, told }) })
    return { kind: 'refused', failure }
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
  const { settings, signal } = work
  try {
    const before = await findEntry(work)
    if (layoutOf(settings).feeds) await assertOwnFeeds(settings.path)
    await assertCommits(settings, signal)
    // What an earlier attempt left is made what the post says now.
    const standing = before ? await rewriteEntry(work, before, null) : await writeEntry(work)
    await refreshFeeds(settings)
    const reservation = await commit(work, standing.entry.title, 'Publish', filesOfAll(settings, [standing, before]))
    return { kind: 'published', remote: remoteOf(standing, settings), ...(reservation && { reservation }) }
  } catch (error) {
    return outcomeOfDisk(error, settings.path)
  }
}

const filesOfAll = (settings: FolderSettings, standings: readonly (Standing | null)[]): string[] =>
  standings.flatMap((standing) => (standing ? filesOf(settings, standing) : []))

/** What git did not do of it; null: all, or nothing was to do. */
const commit = async (
  { settings, itemId, signal }: Work<FolderSettings>,
  title: string,
  verb: Commit['verb'],
  files: readonly string[],
): Promise<Failure | null> => {
  try {
    await keepInGit(settings, { verb, title, itemId, files: [...new Set(files)] }, signal)
    return null
  } catch (error) {
    if (error instanceof Refusal) return error.failure
    throw error
  }
}

const lookup = async (work: Work<FolderSettings>): Promise<Lookup> => {
  try {
    const standing = await findEntry(work)
    return standing ? { kind: 'found', remote: remoteOf(standing, work.settings) } : { kind: 'absent' }
  } catch (error) {
    return { kind: 'unknown', failure: diskFailure(error, work.settings.path) }
  }
}

const edit = async (work: Work<FolderSettings>, remote: Remote, now: number): Promise<Change> => {
  try {
    const before = await findRemote(work, remote)
    if (!before) return { kind: 'refused', failure: gone(remote) }
    await assertCommits(work.settings, work.signal)
    const standing = await rewriteEntry(work, before, now)
    await refreshFeeds(work.settings)
    const failure = await commit(work, standing.entry.title, 'Change', filesOfAll(work.settings, [standing, before]))
    return failure ? { kind: 'refused', failure } : { kind: 'done', remote: remoteOf(standing, work.settings) }
  } catch (error) {
    return { kind: 'refused', failure: diskFailure(error, work.settings.path) }
  }
}

/** What somebody removed by hand already is only taken out of the feeds. */
const unpublish = async (work: Work<FolderSettings>, remote: Remote): Promise<Change> => {
  try {
    await assertCommits(work.settings, work.signal)
    const standing = await findRemote(work, remote)
    if (standing) await removeEntry(work, standing)
    await refreshFeeds(work.settings)
    const failure = await commitRemoval(work, remote, standing)
    return failure ? { kind: 'refused', failure } : { kind: 'done', remote }
  } catch (error) {
    return { kind: 'refused', failure: diskFailure(error, work.settings.path) }
  }
}

/** What a try before this one took away may not be committed yet. */
const commitRemoval = async (
  work: Work<FolderSettings>,
  { id }: Remote,
  standing: Standing | null,
): Promise<Failure | null> => {
  const { settings, signal } = work
  if (standing) return commit(work, standing.entry.title, 'Take down', filesOf(settings, standing))
  if (!mayBePost(settings, id)) return null
  const files = await goneFiles(settings, baseOf(settings, id), signal)
  return files.length > 0 ? commit(work, id, 'Take down', files) : null
}

const findRemote = (work: Work<FolderSettings>, { id }: Remote) =>
  mayBePost(work.settings, id) ? readStanding(work, id) : Promise.resolve(null)

const remoteOf = (standing: Standing, settings: FolderSettings): Remote => ({
  id: standing.file,
  url: addressOf(settings, standing),
  parts: [],
})

const gone = ({ id }: Remote) =>
  failed(
    'not-found',
    `The file ${id} is gone from the folder, or is another post now.`,
    'Duplicate the post to publish it again.',
  )
