import { join } from 'node:path'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { App } from '../app/app.ts'
import { loadSharp } from '../channels/kit/load-sharp.ts'
import { createSandboxChannels, SANDBOX_ACCOUNTS } from '../channels/sandbox/index.ts'
import type { Gate } from '../core/gate.ts'
import type { Log, Store, Web } from '../core/ports.ts'
import { failed, granted, refuseInEnglish } from '../core/refusal.ts'
import { openStore } from '../store/open-store.ts'
import { type Joined, joinApp } from './join-app.ts'
import { createKeyFileVault } from './key-file-vault.ts'
import { createLanding } from './landing.ts'
import { systemClock } from './system-clock.ts'
import { because } from '../core/told.ts'

type About = { home: string; version: string; log: Log; zone: string }
type Side = App & Pick<Joined, 'locateMedia'>

/**
 * A second Posthorn for programs under test, in `sandbox/` of the data folder: with an account on each of its channels,
 * which publish nowhere. Opened when it is first asked for, and anew where that failed.
 */
export const keepSandbox = (about: About): { side(): Promise<Side>; close(): Promise<void> } => {
  let opened: Promise<{ side: Side; close(): Promise<void> }> | undefined
  const open = () =>
    openSandbox({ ...about, home: join(about.home, 'sandbox') }).catch((error: unknown) => {
      opened = undefined
      throw error
    })
  return {
    side: async () => (await (opened ??= open())).side,
    close: async () => (await opened?.catch(() => null))?.close(),
  }
}

const openSandbox = async (about: About): Promise<{ side: Side; close(): Promise<void> }> => {
  const store = await openStore(about.home, { clock: systemClock, log: about.log })
  try {
    const { app, locateMedia } = joinSandbox(about, store)
    await addAccounts(app.gate, store)
    await app.start()
    return {
      side: { ...app, gate: withoutKeys(app.gate), locateMedia },
      close: async () => {
        try {
          await app.stop()
        } finally {
          await store.close()
        }
      },
    }
  } catch (error) {
    await store.close()
    throw error
  }
}

const joinSandbox = ({ home, version, log, zone }: About, store: Store): Joined => {
  const network = { isOnline: () => true }
  return joinApp({
    store,
    keeping: null,
    clock: systemClock,
    log,
    network,
    channels: createSandboxChannels({ clock: systemClock, random: Math.random, log, network }),
    notifier: { notify: () => {} },
    web: greyWeb,
    fetch: () => Promise.reject(new TypeError('The sandbox asks no writing server.')),
    http: { turn: () => Promise.resolve(), state: () => ({ url: null, failure: null }) },
    landing: createLanding(),
    vaults: { system: null, keyFile: createKeyFileVault(join(home, 'secret.key')), headless: true },
    about: { version, home, owner: 'serve', zone },
  })
}

const addAccounts = async (gate: Gate, store: Store): Promise<void> => {
  if ((await store.accounts.list()).length > 0) return
  for (const { channel, name, settings, aliases } of SANDBOX_ACCOUNTS) {
    const { id: accountId } = granted(await gate('accounts.add', { channel, name, settings })) as Output<'accounts.add'>
    granted(await gate('accounts.update', { accountId, aliases }))
  }
}

/** The keys to both sides are the person's own: one made in here would open nothing. */
const withoutKeys =
  (gate: Gate): Gate =>
  (method, input) =>
    method.startsWith('keys.')
      ? Promise.resolve({
          ok: false,
          failure: failed('not-authorised', 'A test key does not reach the keys.', 'Use a live key, or the app.', {
            told: because('test-key-no-keys'),
          }),
        })
      : gate(method, input)

const SIDE = 1080

/** Stands in for the net: every picture is there and grey, everything else is not. */
const greyWeb: Web = {
  get: async (url, { accept }) => {
    if (!accept.includes('image/')) {
      return refuseInEnglish('unreachable', 'The sandbox reads no pages.', 'Use a live key to read from the net.')
    }
    const sharp = await loadSharp()
    const grey = { width: SIDE, height: SIDE, channels: 3, background: '#808080' } as const
    return { url, mime: 'image/png', bytes: await sharp({ create: grey }).png().toBuffer() }
  },
}
