import type { Event } from 'nostr-tools/core'
import { decrypt, encrypt, getConversationKey } from 'nostr-tools/nip44'
import { finalizeEvent, generateSecretKey, getPublicKey } from 'nostr-tools/pure'
import { Relay } from 'nostr-tools/relay'

/** A signer elsewhere (NIP-46), in this process, that listens on a real relay. Written from nips/46.md. */
type NostrBunker = {
  /** As a signer shows it to be copied: `bunker://...`. */
  address: string
  /** The key that it signs with, which is not its own. */
  pubkey: string
  /** What it was asked, in order. */
  asked: { method: string; client: string; params: string[] }[]
  /** How it answers from now on; `wait` is not at all. */
  behave(how: 'serve' | 'wait' | 'ask for approval' | 'refuse' | 'sign something else'): void
  close(): void
}

const REMOTE_SIGNING = 24_133
export const APPROVAL = 'https://signer.example/approve?request=1'

export const startNostrBunker = async (relayUrl: string, key = generateSecretKey()): Promise<NostrBunker> => {
  const [own, token] = [generateSecretKey(), 'a token of 1 use']
  const signer = getPublicKey(own)
  const known = new Set<string>()
  const asked: NostrBunker['asked'] = []
  let how: Parameters<NostrBunker['behave']>[0] = 'serve'
  const relay = await Relay.connect(relayUrl)

  const answer = (client: string, method: string, params: string[]): { result: string; error?: string } => {
    if (how === 'ask for approval') return { result: 'auth_url', error: APPROVAL }
    if (how === 'refuse') return { result: '', error: 'not today' }
    if (method === 'connect') {
      if (params[0] !== signer || params[1] !== token) return { result: '', error: 'wrong token' }
      known.add(client)
      return { result: 'ack' }
    }
    if (!known.has(client)) return { result: '', error: 'unknown client' }
    if (method === 'ping') return { result: 'pong' }
    if (method === 'get_public_key') return { result: getPublicKey(key) }
    if (method !== 'sign_event') return { result: '', error: 'unknown method' }
    const template = JSON.parse(params[0] ?? '') as Event
    const content = how === 'sign something else' ? 'Buy this' : template.content
    return { result: JSON.stringify(finalizeEvent({ ...template, content }, key)) }
  }

  const hear = (event: Event): void => {
    const shared = getConversationKey(own, event.pubkey)
    const { id, method, params } = JSON.parse(decrypt(event.content, shared)) as {
      id: string
      method: string
      params: string[]
    }
    asked.push({ method, client: event.pubkey, params })
    if (how === 'wait') return
    const content = encrypt(JSON.stringify({ id, ...answer(event.pubkey, method, params) }), shared)
    const now = Math.floor(Date.now() / 1000)
    // What nobody can read, and what is for another question, must be passed over.
    for (const said of ['no cipher', encrypt('{"id":"other","result":"x"}', shared), content]) {
      const note = { kind: REMOTE_SIGNING, created_at: now, content: said, tags: [['p', event.pubkey]] }
      void relay.publish(finalizeEvent(note, own))
    }
  }
  await new Promise<void>((resolve) => {
    relay.subscribe([{ kinds: [REMOTE_SIGNING], '#p': [signer], limit: 0 }], { onevent: hear, oneose: resolve })
  })
  const query = new URLSearchParams([
    ['relay', relayUrl],
    ['secret', token],
  ])
  return {
    address: `bunker://${signer}?${query}`,
    pubkey: getPublicKey(key),
    asked,
    behave: (next) => void (how = next),
    close: () => relay.close(),
  }
}
