import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import type { Feed } from 'feed'
import { refuse } from '../../core/refusal.ts'
import { escapeHtml } from '../kit/escape-html.ts'
import { codeOf, replaceFile } from '../kit/write-file.ts'
import { type Entry, parseEntry } from './entry.ts'
import { LAYOUTS } from './layouts.ts'
import { entryHtml } from './html.ts'

/** What the feeds say of the site; `base` is where its files are found, with a slash at the end. */
export type Site = { path: string; title: string; base: URL }
type Listed = { file: string; entry: Entry }

/** Feeds hold what is new; the files hold everything. */
const MAX_ENTRIES = 50
/** Files read at most in search of entries, in a folder that holds many others. */
const MAX_FILES = 1000
const GENERATOR = 'Posthorn'
const RSS = 'rss.xml'
const ATOM = 'atom.xml'
const JSON_FEED = 'feed.json'
export const FEEDS: readonly string[] = [RSS, ATOM, JSON_FEED]

/** Refuses a folder whose feeds somebody else makes: they must not be lost. */
export const assertOwnFeeds = async (path: string): Promise<void> => {
  for (const name of FEEDS) {
    const content = await readOrNull(join(path, name))
    if (content !== null && !content.includes(name === JSON_FEED ? '"_posthorn"' : `<generator>${GENERATOR}<`)) {
      refuse(
        'folder-not-writable',
        `The folder holds a feed that Posthorn did not make: ${name}.`,
        'Move that file away, or choose another folder.',
        { field: 'settings.path' },
      )
    }
  }
}

/** Makes the feeds anew from the entries that stand. Each is replaced in one step. */
export const writeFeeds = async (site: Site): Promise<void> => {
  const entries = await readEntries(site.path)
  const { Feed } = await import('feed')
  const [newest] = entries
  const make = (title: (plain: string) => string): Feed => {
    const feed = new Feed({
      id: site.base.href,
      title: printable(site.title),
      link: site.base.href,
      description: printable(site.title),
      generator: GENERATOR,
      author: { name: printable(site.title) },
      updated: new Date(newest ? changed(newest.entry) : 0),
      feedLinks: { rss: at(site, RSS), atom: at(site, ATOM), json: at(site, JSON_FEED) },
    })
    for (const { file, entry } of entries) feed.addItem(feedItem(site, file, entry, title))
    return feed
  }
  // In Atom a title is HTML. In RSS it is text, inside a section that a certain sequence would end.
  await replaceFile(join(site.path, ATOM), make(escapeHtml).atom1())
  await replaceFile(join(site.path, RSS), make((title) => title.replaceAll(']]>', ']] >')).rss2())
  const json = make((title) => title)
  json.addExtension({ name: '_posthorn', objects: { about: 'Made by Posthorn from the files in this folder.' } })
  await replaceFile(join(site.path, JSON_FEED), json.json1())
}

const feedItem = (site: Site, file: string, entry: Entry, title: (plain: string) => string) => ({
  id: `urn:posthorn:${entry.id}`,
  link: at(site, file),
  title: title(printable(entry.title)),
  date: new Date(changed(entry)),
  published: new Date(entry.date),
  ...(entry.description !== '' && { description: printable(entry.description) }),
  content: printable(entryHtml(entry, (name) => at(site, name))),
  // The library does not escape these two where a tag becomes an attribute.
  category: entry.tags
    .map((tag) => ({ name: printable(tag).replace(/[<>]/g, '') }))
    .map(({ name }) => ({ name, term: name })),
})

/** The newest entries, newest first. Names begin with the day, so only the newest files are read. */
const readEntries = async (path: string): Promise<Listed[]> => {
  const names = (await readdir(path)).filter((name) => /^\d{4}-\d{2}-\d{2}-.+\.md$/.test(name))
  const entries: Listed[] = []
  for (const file of names.toSorted().toReversed().slice(0, MAX_FILES)) {
    const last = entries[MAX_ENTRIES - 1]
    if (last && dayOf(file) < dayOf(last.file)) break
    const content = (await readOrNull(join(path, file))) ?? ''
    const entry = await parseEntry(content, LAYOUTS.plain, basename(file, '.md'))
    if (entry?.id.startsWith('itm_') && !entry.draft) entries.push({ file, entry })
  }
  return entries.toSorted((a, b) => Date.parse(b.entry.date) - Date.parse(a.entry.date)).slice(0, MAX_ENTRIES)
}

export const readOrNull = async (path: string): Promise<string | null> => {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null
    throw error
  }
}

const at = (site: Site, name: string): string => new URL(encodeURIComponent(name), site.base).href
const dayOf = (file: string): string => file.slice(0, 10)
const changed = ({ date, updated }: Entry): number => Date.parse(updated ?? date)

/** XML knows no control characters, not even escaped. */
const printable = (text: string): string =>
  text.toWellFormed().replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
