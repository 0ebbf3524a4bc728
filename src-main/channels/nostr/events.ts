import type { Event, EventTemplate } from 'nostr-tools/core'
import type { Draft } from '../channel.ts'
import { fitsIn, measuresOf } from '../check/count-text.ts'
import { threadParts } from '../check/thread-parts.ts'
import { nostrOptions } from '../rules/nostr.ts'
import type { Signer } from './keys.ts'
import type { PreparedFile } from './media.ts'
import { textLimitsOf } from './relay-limits.ts'
import { tagsOf } from './rich-text.ts'
import { type NostrSettings, relaysOf } from './settings.ts'

/** A text note, as NIP-01 numbers it. */
export const NOTE = 1

/**
 * The events of a post, in order. The same draft, files, settings, key and time always give the same ids.
 */
export const eventsOf = async (
  draft: Draft,
  files: readonly PreparedFile[],
  settings: NostrSettings,
  signer: Signer,
  createdAt: number,
): Promise<Event[]> => {
  const events: Event[] = []
  const texts = threadParts(draft, fitsIn(await measuresOf(textLimitsOf(settings))))
  const warning = nostrOptions.safeParse(draft.options).data?.content_warning?.trim()
  const hint = relaysOf(settings)[0] ?? ''
  for (const [index, text] of texts.entries()) {
    const shown = index === 0 ? files : []
    const template: EventTemplate = {
      kind: NOTE,
      // A reply that is not younger than what it replies to may be shown before it.
      created_at: createdAt + index,
      content: [text, shown.map(({ url }) => url).join('\n')].filter((part) => part !== '').join('\n\n'),
      tags: [
        ...replyTags(events, hint),
        ...(await tagsOf(text)),
        ...(warning ? [['content-warning', warning]] : []),
        ...shown.map(imetaOf),
      ],
    }
    events.push(signer.sign(template))
  }
  return events
}

/** As NIP-10 marks them: the first post of the thread, and the one before. */
const replyTags = (before: readonly Event[], hint: string): string[][] => {
  const [root, parent] = [before[0], before.at(-1)]
  if (!root || !parent) return []
  const marked = (event: Event, marker: string) => ['e', event.id, hint, marker, event.pubkey]
  return [marked(root, 'root'), ...(parent === root ? [] : [marked(parent, 'reply')]), ['p', root.pubkey]]
}

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
