import type { EventTemplate } from 'nostr-tools/core'
import type { Draft } from '../channel.ts'
import { fitsIn, measuresOf } from '../check/count-text.ts'
import { threadParts } from '../check/thread-parts.ts'
import { nostrOptions } from '../rules/nostr.ts'
import type { PreparedFile } from './media.ts'
import { textLimitsOf } from './relay-limits.ts'
import { type PostReference, referenceOf, tagsOf } from './rich-text.ts'
import { type NostrSettings, relaysOf } from './settings.ts'

/** A text note, as NIP-01 numbers it. */
export const NOTE = 1

/** A note before it is signed: what it will be known by is known already. */
export type UnsignedNote = EventTemplate & { id: string; pubkey: string }

/** Answers to others bear it, so that they are known for posts of their own when they are read back. */
export const OWN_ANSWER = ['client', 'Posthorn']

/**
 * The notes of a post, in order. The same draft, files, settings, key and time always give the same ids.
 */
export const notesOf = async (
  draft: Draft,
  files: readonly PreparedFile[],
  settings: NostrSettings,
  pubkey: string,
  createdAt: number,
): Promise<UnsignedNote[]> => {
  const { getEventHash } = await import('nostr-tools/pure')
  const notes: UnsignedNote[] = []
  const texts = threadParts(draft, fitsIn(await measuresOf(textLimitsOf(settings))))
  const { content_warning, reply_to, quote } = nostrOptions.safeParse(draft.options).data ?? {}
  const warning = content_warning?.trim()
  const hint = relaysOf(settings)[0] ?? ''
  const answered = await referenceOf(reply_to)
  const quoted = await referenceOf(quote)
  for (const [index, text] of texts.entries()) {
    const first = index === 0
    const shown = first ? files : []
    const words = first ? withQuote(text, quoted) : text
    const note = {
      kind: NOTE,
      pubkey,
      // A reply that is not younger than what it replies to may be shown before it.
      created_at: createdAt + index,
      content: [words, shown.map(({ url }) => url).join('\n')].filter((part) => part !== '').join('\n\n'),
      tags: mergeTags([
        ...replyTags(notes, hint, answered),
        ...(await tagsOf(words)),
        ...(warning ? [['content-warning', warning]] : []),
        ...shown.map(imetaOf),
      ]),
    }
    notes.push({ ...note, id: getEventHash(note) })
  }
  return notes
}

/** What is quoted must be named in the words too (NIP-18), or nobody would see it. */
const withQuote = (text: string, quoted: PostReference | null): string =>
  !quoted || text.includes(quoted.code)
    ? text
    : [text, `nostr:${quoted.code}`].filter((part) => part !== '').join('\n\n')

/** As NIP-10 marks them: what all of it answers, and the note before. */
const replyTags = (before: readonly UnsignedNote[], hint: string, answered: PostReference | null): string[][] => {
  const own = before.map(({ id, pubkey }) => ({ id, author: pubkey, relay: hint }))
  const [root, parent] = [answered ?? own[0], own.at(-1) ?? answered]
  if (!root || !parent) return []
  const marked = ({ id, relay, author }: Omit<PostReference, 'code'>, marker: string) => [
    'e',
    id,
    relay,
    marker,
    ...(author === '' ? [] : [author]),
  ]
  return [
    marked(root, 'root'),
    ...(parent.id === root.id ? [] : [marked(parent, 'reply')]),
    ...(root.author === '' ? [] : [['p', root.author]]),
    ...(answered && before.length === 0 ? [OWN_ANSWER] : []),
  ]
}

/** Each person and thing once, as it was named first. */
const mergeTags = (tags: readonly string[][]): string[][] =>
  tags.filter(
    ([name, value], at) => name === 'imeta' || tags.findIndex((tag) => tag[0] === name && tag[1] === value) === at,
  )

/** What NIP-92 tells about an address in the text. */
const imetaOf = ({ url, mime, hash, size, width, height, alt }: PreparedFile): string[] => [
  'imeta',
  `url ${url}`,
  `m ${mime}`,
  `x ${hash}`,
  `size ${size}`,
  ...(width === null || height === null ? [] : [`dim ${width}x${height}`]),
  ...(alt === '' ? [] : [`alt ${alt}`]),
]
