import type { EventPointer, ProfilePointer } from 'nostr-tools/nip19'
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

/** A post that another one answers or quotes; what is not known of it is empty. */
export type PostReference = { code: string; id: string; relay: string; author: string }

const POST_CODE = /(?:note|nevent)1[02-9ac-hj-np-z]+/

/** Reads a post out of an address or a code (`nevent1...`, `note1...`); null where there is none. */
export const referenceOf = async (typed: string | undefined): Promise<PostReference | null> => {
  const code = POST_CODE.exec(typed ?? '')?.[0]
  if (code === undefined) return null
  const { decode } = await import('nostr-tools/nip19')
  try {
    const { type, data } = decode(code)
    if (type === 'note') return { code, id: data, relay: '', author: '' }
    return type === 'nevent' ? { code, id: data.id, relay: data.relays?.[0] ?? '', author: data.author ?? '' } : null
  } catch {
    return null
  }
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
    case 'nevent': {
      const { id, relays = [], author } = data as EventPointer
      return ['q', id, ...(author === undefined ? relays.slice(0, 1) : [relays[0] ?? '', author])]
    }
    default:
      throw new TypeError(`${type} is no reference`)
  }
}
