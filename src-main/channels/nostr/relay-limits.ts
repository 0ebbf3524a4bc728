import { z } from 'zod'
import { fetchPage } from '../kit/fetch-page.ts'
import type { NetworkRules, TextLimit } from '../rules/network-rules.ts'
import { NOSTR } from '../rules/nostr.ts'
import { type NostrSettings, relaysOf } from './settings.ts'

type Limits = NonNullable<NostrSettings['limits']>

/** A relay says more about itself than this only by mistake, in bytes. */
const MAX_BYTES = 256 * 1024
const TIME_LIMIT = 8_000
/** Room that key, signature, tags and quoting take in a message, in bytes. */
const ENVELOPE = 1024

const amount = z.int().positive().optional().catch(undefined)
/** What NIP-11 lets a relay tell; what is not as it should be is not told. */
const information = z.object({
  limitation: z.object({ max_content_length: amount, max_message_length: amount }).optional().catch(undefined),
})

/** The least that the relays say they take: what keeps within that is taken by all. Those that say nothing do not count. */
export const readLimits = async (settings: NostrSettings, signal: AbortSignal): Promise<Limits> => {
  const told = await Promise.all(relaysOf(settings).map((relay) => readOne(relay, signal)))
  const least = (values: (number | undefined)[]) => {
    const known = values.filter((value) => value !== undefined)
    return known.length === 0 ? undefined : Math.min(...known)
  }
  const contentLength = least(told.map(({ contentLength }) => contentLength))
  const messageBytes = least(told.map(({ messageBytes }) => messageBytes))
  return { ...(contentLength !== undefined && { contentLength }), ...(messageBytes !== undefined && { messageBytes }) }
}

const readOne = async (relay: string, signal: AbortSignal): Promise<Limits> => {
  try {
    const page = await fetchPage(relay.replace(/^ws/, 'http'), {
      signal,
      // The person chose the relay: it may be one in the house.
      privateAddresses: true,
      maxBytes: MAX_BYTES,
      accept: 'application/nostr+json',
      timeoutMs: TIME_LIMIT,
    })
    const { limitation } = information.parse(JSON.parse(Buffer.from(page?.bytes ?? []).toString()))
    return {
      ...(limitation?.max_content_length !== undefined && { contentLength: limitation.max_content_length }),
      ...(limitation?.max_message_length !== undefined && { messageBytes: limitation.max_message_length }),
    }
  } catch {
    return {}
  }
}

/** How much text the relays of an account take; the content is counted no lower than they count it. */
export const textLimitsOf = ({ limits }: Pick<NostrSettings, 'limits'>): TextLimit[] => [
  ...(limits?.contentLength === undefined ? [] : [{ max: limits.contentLength, counting: 'utf16' } as const]),
  ...(limits?.messageBytes === undefined
    ? []
    : [{ max: Math.max(1, limits.messageBytes - ENVELOPE), counting: 'bytes' } as const]),
]

export const rulesFor = (settings: NostrSettings): NetworkRules => ({ ...NOSTR, text: textLimitsOf(settings) })
