import type { ApiKey } from '../../src-preload/contract/model/key.ts'
import type { Handlers } from '../core/gate.ts'
import type { KeyRecord, Millis } from '../core/records.ts'
import { refuse } from '../core/refusal.ts'
import type { App } from './app.ts'
import type { Parts } from './parts.ts'
import { isoInstant } from './views.ts'
import type { World } from './world.ts'
import { because } from '../core/told.ts'

/** How a key looks: 32 random bytes after the prefix that tells what it opens. */
const KEY = /^sk_(live|test)_[\w-]{43}$/
const HINT_LENGTH = 4

/** A key's last use is kept to this, in milliseconds: a write for each request would cost more than the request. */
const USE_PRECISION: Millis = 60_000

/** Keys to the HTTP API: told once, kept as their SHA-256. */
export const createKeyHandlers = ({ world }: Parts) => {
  const { store, ids, clock, digest } = world
  return {
    'keys.list': async () => ({ entries: (await store.keys.list()).map(keyView) }),
    'keys.create': async ({ name, kind }) => {
      const secret = `sk_${kind}_${Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')}`
      const key: KeyRecord = {
        id: ids.make('key'),
        name,
        kind,
        hint: secret.slice(-HINT_LENGTH),
        hash: await digest(secret),
        createdAt: clock.now(),
        lastUsedAt: null,
        revokedAt: null,
      }
      await store.keys.put(key)
      return { ...keyView(key), key: secret }
    },
    'keys.revoke': ({ keyId }) =>
      store.transaction(async (within) => {
        const key = (await within.keys.list()).find((one) => one.id === keyId)
        if (!key)
          return refuse('not-found', `There is no key ${keyId}.`, 'Look at the list of keys.', {
            told: because('key-gone'),
          })
        const revoked = { ...key, revokedAt: key.revokedAt ?? clock.now() }
        await within.keys.put(revoked)
        return keyView(revoked)
      }),
  } satisfies Partial<Handlers>
}

/** Tells whose a key is, and remembers that it was used. */
export const createKeyRing = ({ store, clock, digest }: World): Pick<App, 'keyFor'> => ({
  keyFor: async (secret) => {
    if (!KEY.test(secret)) return null
    const key = await store.keys.findByHash(await digest(secret))
    if (!key || key.revokedAt !== null) return null
    const now = clock.now()
    if (key.lastUsedAt === null || now - key.lastUsedAt >= USE_PRECISION) await noteUse(store, key.id, now)
    return { id: key.id, name: key.name, kind: key.kind }
  },
})

/** Read again within the step, so that a key that is revoked meanwhile stays revoked. */
const noteUse = (store: World['store'], keyId: string, now: Millis): Promise<void> =>
  store.transaction(async (within) => {
    const key = (await within.keys.list()).find((one) => one.id === keyId)
    if (key) await within.keys.put({ ...key, lastUsedAt: now })
  })

const keyView = (key: KeyRecord): ApiKey => ({
  id: key.id,
  name: key.name,
  kind: key.kind,
  hint: key.hint,
  createdAt: isoInstant(key.createdAt),
  lastUsedAt: key.lastUsedAt === null ? null : isoInstant(key.lastUsedAt),
  revokedAt: key.revokedAt === null ? null : isoInstant(key.revokedAt),
})
