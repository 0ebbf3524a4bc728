import type { Asset, AssetSource } from '../../../src-preload/contract/model/writing.ts'
import { refuse } from '../../core/refusal.ts'
import type { Web } from '../../core/ports.ts'
import { plainText } from '../plain-text.ts'
import { rootOf } from '../read-markup.ts'
import type { Origin } from './make-asset.ts'
import { readFeed } from './read-feed.ts'
import { readMarkdown } from './read-markdown.ts'
import { parseJson, readPage } from './read-page.ts'
import { readShop } from './read-shop.ts'
import { readTable } from './read-table.ts'
import { decodeText, isBinary } from './read-text.ts'
import { because } from '../../core/told.ts'

const LIMITS = {
  maxBytes: 8_000_000,
  timeoutMs: 15_000,
  accept:
    'text/html, application/xhtml+xml, application/rss+xml, application/atom+xml, application/feed+json, application/json, text/csv, text/markdown, */*;q=0.1',
}

/** Reads the assets at an address or in the text of a file. Throws a Refusal when there are none. */
export const readAssets = async (source: AssetSource, web: Web, readAt: string): Promise<Asset[]> => {
  if (source.kind === 'file') {
    const origin = { source: plainText(source.name, 255), base: null, readAt }
    return found(readText(source.text, kindOf(source.text, '', source.name), origin), source.name)
  }
  const { url, mime, bytes } = await web.get(source.url, LIMITS)
  if (/^(image|video|audio|font)\//.test(mime) || isBinary(bytes)) return unreadable(source.url)
  const text = decodeText(bytes, mime)
  return found(
    readText(text, kindOf(text, mime, new URL(url).pathname), { source: url, base: url, readAt }),
    source.url,
  )
}

type Kind = 'json' | 'feed' | 'table' | 'markdown' | 'page'

/** What a text is. What it begins with is surer than what its server or its name says. */
const kindOf = (text: string, mime: string, name: string): Kind => {
  const start = text
    .slice(0, 100)
    .replace(/^\uFEFF/, '')
    .trimStart()
  if (/^[{[]/.test(start)) return 'json'
  const root = start.startsWith('<') ? rootOf(text) : ''
  if (/^(rss|feed|rdf:rdf)$/.test(root)) return 'feed'
  if (root === 'html') return 'page'
  if (/csv|tab-separated/.test(mime) || /\.(csv|tsv)$/i.test(name)) return 'table'
  if (/markdown|text\/plain/.test(mime) || /\.(md|markdown|mdx|txt)$/i.test(name)) return 'markdown'
  return root !== '' || mime !== '' ? 'page' : 'markdown'
}

const readText = (text: string, kind: Kind, origin: Origin): Asset[] => {
  switch (kind) {
    case 'json':
      return readFeed(text, origin) ?? readShop(parseJson(text), origin) ?? []
    case 'feed':
      return readFeed(text, origin) ?? []
    case 'table':
      return readTable(text, origin) ?? []
    case 'markdown': {
      const asset = readMarkdown(text, origin)
      return asset ? [asset] : []
    }
    case 'page':
      return readPage(text, origin)
  }
}

const found = (assets: Asset[], name: string): Asset[] => (assets.length > 0 ? assets : unreadable(name))

const unreadable = (name: string): never =>
  refuse(
    'invalid-input',
    `${plainText(name, 200)} holds nothing that a post could be made from.`,
    'Name a page, a feed, a list of products (JSON or CSV) or a Markdown file.',
    { told: because('asset-empty', { name: plainText(name, 200) }) },
  )
