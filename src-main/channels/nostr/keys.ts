import type { Event, EventTemplate } from 'nostr-tools/core'
import { failed, Refusal } from '../../core/refusal.ts'

/** A key at work: it never leaves this file. */
export type Signer = { pubkey: string; sign(template: EventTemplate): Event }

const NEXT = 'Copy the private key (nsec1...) from the app in which you use it.'

/** Opens a private key, `nsec1...` or hexadecimal. Throws a Refusal about the secret when it is none. */
export const openKey = async (secret: string | null): Promise<Signer> => {
  const { decode } = await import('nostr-tools/nip19')
  const { finalizeEvent, getPublicKey } = await import('nostr-tools/pure')
  const typed = (secret ?? '').trim()
  if (/^npub1/i.test(typed)) throw new NotAKey('This is the public key; Posthorn signs with the private one.')
  try {
    const key = /^[0-9a-f]{64}$/i.test(typed) ? Uint8Array.from(Buffer.from(typed, 'hex')) : decode(typed).data
    if (!(key instanceof Uint8Array)) throw new TypeError('another kind of key')
    return { pubkey: getPublicKey(key), sign: (template) => finalizeEvent(template, key) }
  } catch {
    // What the library says may hold what was typed.
    throw new NotAKey('This is not a private key of Nostr.')
  }
}

/** The secret is missing or no key at all. */
export class NotAKey extends Refusal {
  constructor(message: string) {
    super(failed('wrong-credentials', message, NEXT, { field: 'secret' }))
  }
}
