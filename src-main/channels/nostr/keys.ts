import type { Sentence } from '../../../src-preload/contract/model/sentence.ts'
import type { Event, EventTemplate } from 'nostr-tools/core'
import { failed, Refusal } from '../../core/refusal.ts'

/** A key at work, here or with a signer elsewhere. */
export type Signer = {
  /** The key that stands on what is signed, in hexadecimal. */
  pubkey: string
  /** Throws a SignerTrouble when the key is elsewhere and does not come to sign. */
  sign(template: EventTemplate): Promise<Event>
}

const NEXT =
  'Copy the private key (nsec1...) from the app in which you use it, or the address (bunker://...) of your signer.'

/** Opens a private key, `nsec1...` or hexadecimal. Throws a Refusal about the secret when it is none. */
export const openKey = async (secret: string | null): Promise<Signer> => {
  const { decode } = await import('nostr-tools/nip19')
  const typed = (secret ?? '').trim()
  if (/^npub1/i.test(typed)) throw new NotAKey('This is the public key; Posthorn signs with the private one.')
  try {
    const key = /^[0-9a-f]{64}$/i.test(typed) ? Uint8Array.from(Buffer.from(typed, 'hex')) : decode(typed).data
    if (!(key instanceof Uint8Array)) throw new TypeError('another kind of key')
    return await signerOf(key)
  } catch {
    // What the library says may hold what was typed.
    throw new NotAKey('This is not a private key of Nostr.')
  }
}

/** The key itself never leaves this function. */
export const signerOf = async (key: Uint8Array): Promise<Signer> => {
  const { finalizeEvent, getPublicKey } = await import('nostr-tools/pure')
  return { pubkey: getPublicKey(key), sign: (template) => Promise.resolve(finalizeEvent(template, key)) }
}

/** The secret is missing, or neither a key nor a signer. */
export class NotAKey extends Refusal {
  constructor(message: Sentence) {
    super(failed('wrong-credentials', message, NEXT, { field: 'secret' }))
  }
}
