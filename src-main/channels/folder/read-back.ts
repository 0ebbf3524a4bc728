import { readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Millis } from '../../core/records.ts'
import type { Access, NativePost, ReadBack } from '../channel.ts'
import { isImage, parseEntry, readMatter } from './entry.ts'
import { diskFailure } from './failures.ts'
import { codeOf } from '../kit/write-file.ts'
import { readOrNull } from './feeds.ts'
import { type FolderSettings, layoutOf } from './settings.ts'
import { addressOf, baseOf, filesOf, siteOf } from './write-entry.ts'

/** Files read at most, the newest by their names last. */
const MAX_FILES = 5000

/** The posts in the folder, whoever wrote them: Markdown files, dated by their front matter, else by the disk. */
export const readBack = async ({ settings }: Access<FolderSettings>, since: Millis): Promise<ReadBack> => {
  try {
    const names = (await namesIn(settings)).toSorted()
    const posts: NativePost[] = []
    for (const name of names.slice(-MAX_FILES)) {
      const post = await readPost(settings, name)
      if (post && post.at >= since) posts.push(post)
    }
    return { kind: 'read', posts: posts.toSorted((a, b) => b.at - a.at), from: since }
  } catch (error) {
    return { kind: 'failed', failure: diskFailure(error, settings.path) }
  }
}

/** Files that may be posts, below the folder. Before the first post there may be no place for them. */
const namesIn = async (settings: FolderSettings): Promise<string[]> => {
  const { posts, bundles } = layoutOf(settings)
  await stat(settings.path)
  const names = await readdir(join(settings.path, posts)).catch((error: unknown) => {
    if (posts !== '' && codeOf(error) === 'ENOENT') return []
    throw error
  })
  const files = bundles ? names.map((name) => `${name}/index.md`) : names
  return files
    .filter((name) => /\.(md|markdown)$/i.test(name))
    .map((name) => (posts === '' ? name : `${posts}/${name}`))
}

/** Null when it went away meanwhile. */
const readPost = async (settings: FolderSettings, name: string): Promise<NativePost | null> => {
  const path = join(settings.path, name)
  const content = await readPlain(path)
  if (content === null) return null
  const { base } = siteOf(settings)
  const at = (file: string) => new URL(file.split('/').map(encodeURIComponent).join('/'), base).href
  const own = await parseEntry(content, layoutOf(settings), baseOf(settings, name))
  if (own) {
    const standing = { file: name, entry: own }
    const shown = new Map(own.media.map(({ file, alt }) => [file, alt]))
    const pictures = filesOf(settings, standing)
      .map((file) => ({ url: at(file), alt: shown.get(basename(file)) }))
      .flatMap(({ url, alt }) => (alt !== undefined && isImage(url) ? [{ url, alt }] : []))
    const remote = { id: name, url: addressOf(settings, standing), parts: [] }
    return { remote, text: own.text, at: Date.parse(own.date), pictures }
  }
  const { date, body } = await readMatter(content)
  return {
    remote: { id: name, url: at(name), parts: [] },
    text: body,
    at: date ?? (await stat(path)).mtimeMs,
    pictures: [],
  }
}

/** What is no folder of a post has nothing below it. */
const readPlain = async (path: string): Promise<string | null> => {
  try {
    return await readOrNull(path)
  } catch (error) {
    if (codeOf(error) === 'ENOTDIR') return null
    throw error
  }
}
