import { chacha20poly1305 } from '@noble/ciphers/chacha.js'
import type { Identity, Recipient } from 'age-encryption'
import { randomBytes, scrypt } from 'node:crypto'

/*
 * age's own stanza for a passphrase (age-encryption.org/v1, "scrypt recipient stanza"), with the system's scrypt beside
 * the event loop: the library's runs in it for seconds, in which nothing could be published.
 */

/** log2 of scrypt's work, as age has it; of what is read at most the last one is borne. */
const WORK = 18
const MOST_WORK = 20
const LABEL = 'age-encryption.org/v1/scrypt'
const NONCE = new Uint8Array(12)

/** The bytes of a file key that is sealed. */
const SEALED = 32

const keyOf = (passphrase: string, salt: Uint8Array, work: number): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const options = { N: 2 ** work, r: 8, p: 1, maxmem: 2 ** (work + 11) }
    scrypt(passphrase, Buffer.concat([Buffer.from(LABEL), salt]), 32, options, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

export const passphraseRecipient = async (passphrase: string): Promise<Recipient> => {
  const { Stanza } = await import('age-encryption')
  return {
    wrapFileKey: async (fileKey) => {
      const salt = randomBytes(16)
      const key = await keyOf(passphrase, salt, WORK)
      const sealed = chacha20poly1305(key, NONCE).encrypt(fileKey)
      return [new Stanza(['scrypt', salt.toString('base64').replaceAll('=', ''), String(WORK)], sealed)]
    },
  }
}

export const passphraseIdentity = (passphrase: string): Identity => ({
  unwrapFileKey: async (stanzas) => {
    const [stanza] = stanzas
    const [kind, salt = '', said = ''] = stanza?.args ?? []
    const work = /^[1-9]\d?$/.test(said) ? Number(said) : Infinity
    if (!stanza || stanzas.length > 1 || kind !== 'scrypt' || stanza.body.length !== SEALED || work > MOST_WORK) {
      throw new Error('It is not sealed by a passphrase.')
    }
    const key = await keyOf(passphrase, Buffer.from(salt, 'base64'), work)
    try {
      return chacha20poly1305(key, NONCE).decrypt(stanza.body)
    } catch {
      return null
    }
  },
})
