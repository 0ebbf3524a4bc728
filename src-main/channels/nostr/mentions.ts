import type { Access, ChannelTools, Mentions } from '../channel.ts'
import { notReached } from '../kit/network-failure.ts'
import { isName, lookUpName } from './names.ts'
import type { NostrSettings } from './settings.ts'

const KEY = /^(?:nostr:)?(npub1[02-9ac-hj-np-z]+)$/

/** Whom a name means: one with its domain is looked up there (NIP-05), and a public key is what it is. */
export const findMentions = async (
  { signal }: Access<NostrSettings>,
  typed: string,
  tools: ChannelTools,
): Promise<Mentions> => {
  const { decode, npubEncode } = await import('nostr-tools/nip19')
  const name = typed.trim().replace(/^@/, '')
  const entry = (npub: string, handle: string) => ({ id: npub, name: handle, handle, insert: `nostr:${npub}` })
  const npub = KEY.exec(name)?.[1]
  if (npub !== undefined) {
    try {
      decode(npub)
      return { kind: 'known', entries: [entry(npub, `${npub.slice(0, 12)}...`)] }
    } catch {
      return { kind: 'known', entries: [] }
    }
  }
  if (!isName(name)) return { kind: 'known', entries: [] }
  try {
    const named = await lookUpName(name, signal)
    return { kind: 'known', entries: named ? [entry(npubEncode(named.pubkey), name)] : [] }
  } catch (error) {
    const domain = name.slice(name.indexOf('@') + 1)
    const next = 'Check the name, or put the public key (nostr:npub1...) into the text.'
    return { kind: 'failed', failure: notReached(domain, tools.network, error, next) }
  }
}
