import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Millis } from '../../core/records.ts'
import type { Access, NativePost, ReadBack } from '../channel.ts'
import { isImage, parseEntry, readMatter } from './entry.ts'
import { diskFailure } from './failures.ts'
import { readOrNull } from './feeds.ts'
import type { FolderSettings } from './settings.ts'
import { siteOf } from './write-entry.ts'

/** Files read at most, the newest by their names last. */
const MAX_FILES = 5000

/** The posts in the folder, whoever wrote them: Markdown files, dated by their front matter, else by the disk. */
export const readBack = async ({ settings }: Access<FolderSettings>, since: Millis): Promise<ReadBack> => {
  try {
    const names = (await readdir(settings.path)).filter((name) => /\.(md|markdown)$/i.test(name)).toSorted()
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

/** Null when it went away meanwhile. */
const readPost = async (settings: FolderSettings, name: string): Promise<NativePost | null> => {
  const path = join(settings.path, name)
  const content = await readOrNull(path)
  if (content === null) return null
  const { base } = siteOf(settings)
  const at = (file: string) => new URL(encodeURIComponent(file), base).href
  const remote = { id: name, url: at(name), parts: [] }
  const own = await parseEntry(content)
  if (own) {
    const pictures = own.media.filter(({ file }) => isImage(file)).map(({ file, alt }) => ({ url: at(file), alt }))
    return { remote, text: own.text, at: Date.parse(own.date), pictures }
  }
  const { date, body } = await readMatter(content)
  return { remote, text: body, at: date ?? (await stat(path)).mtimeMs, pictures: [] }
}
