import type { ProfilePointer, EventPointer } from 'nostr-tools/nip19'
import type { TextRange } from '../../../src-preload/contract/model/post.ts'
import { findRanges as findPlainRanges } from '../check/find-ranges.ts'
import { NOSTR } from '../rules/nostr.ts'

const REFERENCE = /(?<![\p{L}\p{N}])nostr:((?:npub|nprofile|note|nevent)1[02-9ac-hj-np-z]+)/gu

/** Links and hashtags, and people and posts that are named as `nostr:npub1...`. */
export const findRanges = async (text: string): Promise<TextRange[]> => {
  const references = await findReferences(text)
  const plain = findPlainRanges(NOSTR, text).filter(
    ({ kind, start }) => kind !== 'mention' && !references.some((one) => start >= one.start && start < one.end),
  )
  const named = references.map(({ start, end, code, tag }): TextRange => ({
    start,
    end,
    kind: tag[0] === 'p' ? 'mention' : 'link',
    href: `https://njump.me/${code}`,
  }))
  return [...plain, ...named].toSorted((a, b) => a.start - b.start)
}

/** Tags for what a text names: hashtags, people, and posts that it quotes; each once. */
export const tagsOf = async (text: string): Promise<string[][]> => {
  const hashtags = findPlainRanges(NOSTR, text)
    .filter(({ kind }) => kind === 'tag')
    .map(({ start, end }) => ['t', text.slice(start + 1, end).toLowerCase()])
  const tags = [...(await findReferences(text)).map(({ tag }) => tag), ...hashtags]
  return [...new Map(tags.map((tag) => [`${tag[0]} ${tag[1]}`, tag])).values()]
}

type Reference = { start: number; end: number; code: string; tag: string[] }

/** What looks like a reference and is none stays text. */
const findReferences = async (text: string): Promise<Reference[]> => {
  const found = [...text.matchAll(REFERENCE)]
  if (found.length === 0) return []
  const { decode } = await import('nostr-tools/nip19')
  return found.flatMap(({ 0: { length }, 1: code = '', index }) => {
    try {
      const tag = tagFor(decode(code))
      return [{ start: index, end: index + length, code, tag }]
    } catch {
      return []
    }
  })
}

const tagFor = ({ type, data }: { type: string; data: unknown }): string[] => {
  switch (type) {
    case 'npub':
      return ['p', String(data)]
    case 'nprofile':
      return ['p', (data as ProfilePointer).pubkey]
    case 'note':
      return ['q', String(data)]
    case 'nevent':
      return ['q', (data as EventPointer).id, ...((data as EventPointer).relays?.slice(0, 1) ?? [])]
    default:
      throw new TypeError(`${type} is no reference`)
  }
}
