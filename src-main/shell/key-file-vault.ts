import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import type { Vault } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import { because } from '../core/told.ts'

const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16
/** Told to the cipher, so that what is sealed for another purpose or in another form does not open. */
const PURPOSE = Buffer.from('posthorn secret 1')

/**
 * Seals secrets with AES-256-GCM under a random key in a file that only its owner can read, made when first needed.
 * Sealed: iv (12 bytes), tag (16), ciphertext. Refuses a key file that other people can read or that is no key.
 */
export const createKeyFileVault = (path: string): Vault => {
  let key: Buffer | null = null
  return {
    keeper: 'key-file',
    seal: (plain) => {
      key ??= readKey(path) ?? makeKey(path)
      const iv = randomBytes(IV_BYTES)
      const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES }).setAAD(PURPOSE)
      const ciphertext = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
      return Buffer.concat([iv, cipher.getAuthTag(), ciphertext])
    },
    open: (sealed) => {
      key ??=
        readKey(path) ??
        refuse('secret-unreadable', `The key file ${path} is gone.`, 'Put it back, or sign in again.', {
          told: because('key-file-gone', { path }),
        })
      try {
        return unseal(key, sealed)
      } catch {
        return refuse('secret-unreadable', `The key in ${path} does not open this secret.`, 'Sign in again.', {
          told: because('key-file-other', { path }),
        })
      }
    },
  }
}

const unseal = (key: Buffer, sealed: Uint8Array): string => {
  const iv = sealed.subarray(0, IV_BYTES)
  const tag = sealed.subarray(IV_BYTES, IV_BYTES + TAG_BYTES)
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  decipher.setAAD(PURPOSE).setAuthTag(tag)
  return decipher.update(sealed.subarray(IV_BYTES + TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
}

const readKey = (path: string): Buffer | null => {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) return null
  // Windows keeps permissions elsewhere; there the folder of the person's own profile is what protects it.
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) {
    refuse(
      'keychain-unavailable',
      `Other people on this machine can read the key file ${path}.`,
      `Run: chmod 600 "${path}"`,
      { told: because('key-file-open', { path }) },
    )
  }
  const key = readFileSync(path)
  return key.length === KEY_BYTES
    ? key
    : refuse(
        'keychain-unavailable',
        `The file ${path} is not a key.`,
        'Put the right one back, or remove it and sign in again.',
        { told: because('key-file-broken', { path }) },
      )
}

/** Appears whole or not at all. Only the owner of the data folder makes one, so no two meet here. */
const makeKey = (path: string): Buffer => {
  const key = randomBytes(KEY_BYTES)
  writeFileSync(`${path}.new`, key, { mode: 0o600, flush: true })
  renameSync(`${path}.new`, path)
  return key
}
