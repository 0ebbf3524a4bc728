import type { Handlers } from '../core/gate.ts'
import type { PictureRecord } from '../core/records.ts'
import { Refusal } from '../core/refusal.ts'
import type { Announcer } from './announcer.ts'
import { findAccount } from './lookups.ts'
import type { World } from './world.ts'

/** What the channels show of the accounts: fetched after a live check, and kept, so that it is there without a network. */
export type AccountPictures = {
  /**
   * Sees to the picture of an account that was found valid; returns at once. `address`: where its channel says that it
   * is, null where it has none; undefined where nobody said: what there is stays.
   */
  follow(accountId: string, address: string | null | undefined): void
  /** What is on its way for the account is of no use any more. */
  letGo(accountId: string): void
  /** Waits for what is being kept, not for what is on its way. */
  stop(): Promise<void>
  readonly handlers: Pick<Handlers, 'accounts.picture'>
}

/** The same address may show something else by then, in milliseconds. */
const LASTS = 7 * 86_400_000
const LIMITS = { maxBytes: 5_000_000, accept: 'image/*', timeoutMs: 15_000 }

export const createAccountPictures = (world: World, announcer: Announcer): AccountPictures => {
  const { store, web, clock, log, digest, makeFace } = world
  /** What was asked for last, by account: what comes after something newer was asked for is let go. */
  const newest = new Map<string, symbol>()
  const working = new Set<Promise<void>>()
  const halt = Promise.withResolvers<null>()

  const fetchFace = async (accountId: string, source: string, address: string): Promise<PictureRecord | null> => {
    const found = await Promise.race([web.get(address, LIMITS), halt.promise])
    if (found === null) return null
    const face = await makeFace(found.bytes)
    if (face === null) {
      log.info('the picture of an account is none that can be shown', { accountId })
      return null
    }
    const name = (await digest(Buffer.from(face.bytes).toString('base64'))).slice(0, 16)
    return { accountId, name, source, ...face, fetchedAt: clock.now() }
  }

  /** Tells it where that changes what is seen. */
  const keep = async (accountId: string, picture: PictureRecord | null, isNewest: () => boolean): Promise<void> => {
    const changed = await store.transaction(async (within) => {
      const before = await within.accounts.get(accountId)
      if (!before || !isNewest()) return undefined
      if (picture) await within.pictures.put(picture)
      else await within.pictures.remove(accountId)
      const after = await within.accounts.get(accountId)
      return after?.picture === before.picture ? undefined : after
    })
    if (changed) announcer.account(changed)
  }

  const renew = async (accountId: string, address: string, isNewest: () => boolean): Promise<void> => {
    const source = await digest(address)
    const kept = await store.pictures.get(accountId)
    if (kept?.source === source && clock.now() - kept.fetchedAt < LASTS) return
    const face = await fetchFace(accountId, source, address)
    if (face) await keep(accountId, face, isNewest)
  }

  const see = async (accountId: string, address: string | null): Promise<void> => {
    const mine = Symbol(accountId)
    newest.set(accountId, mine)
    const isNewest = () => newest.get(accountId) === mine
    try {
      if (address === null) await keep(accountId, null, isNewest)
      else await renew(accountId, address, isNewest)
    } catch (error) {
      // The address may hold what nobody else must know, so it is not told.
      const code = error instanceof Refusal ? error.failure.code : 'internal'
      log.warn('the picture of an account could not be fetched', { accountId, code })
    } finally {
      if (isNewest()) newest.delete(accountId)
    }
  }

  return {
    follow: (accountId, address) => {
      if (address === undefined) return
      const work = see(accountId, address).finally(() => working.delete(work))
      working.add(work)
    },
    letGo: (accountId) => void newest.delete(accountId),
    stop: async () => {
      halt.resolve(null)
      await Promise.all(working)
    },
    handlers: {
      'accounts.picture': async ({ accountId }) => {
        const { id } = await findAccount(store, accountId)
        const kept = await store.pictures.get(id)
        return { picture: kept ? { mime: kept.mime, data: Buffer.from(kept.bytes).toString('base64') } : null }
      },
    },
  }
}
