import { join } from 'node:path'
import type { Reply } from '../../src-preload/contract/failure.ts'
import type { Output } from '../../src-preload/contract/methods.ts'
import type { Keys } from '../api/key-guard.ts'
import type { App } from '../app/app.ts'
import { createChannels } from '../channels/index.ts'
import type { HttpSwitch, Log, Network, Notifier, Vault } from '../core/ports.ts'
import { refuse } from '../core/refusal.ts'
import { openSnapshots } from '../store/file/snapshot.ts'
import { openMediaFiles } from '../store/media-files.ts'
import { openStore } from '../store/open-store.ts'
import { type Joined, joinApp } from './join-app.ts'
import { createKeyFileVault } from './key-file-vault.ts'
import { createLanding } from './landing.ts'
import { createLogFile } from './log-file.ts'
import type { OwnerKind } from './owner-card.ts'
import { type Ownership, takeOwnership } from './owner-lock.ts'
import { createSafeWeb } from './safe-web.ts'
import { keepSandbox } from './sandbox.ts'
import { createStanding, type Side } from './standing.ts'
import { systemClock } from './system-clock.ts'
import { createWholeData } from './whole-data.ts'
import { because } from '../core/told.ts'

/** What a shell brings along. */
export type Host = {
  /** The data folder, absolute; made when it is not there. */
  home: string
  kind: OwnerKind
  version: string
  /** The system's keychain; null where there is none. */
  keychain: Vault | null
  notifier: Notifier
  network: Network
  /** Hears how much is done, from 0 to 1, where the database is first brought to a newer form. */
  onShare?: (share: number) => void
  /** How the settings switch the HTTP API; left out: there is no door to switch. */
  http?: HttpSwitch
}

/** Posthorn on an open data folder, not yet looking at its queue: that begins with `app.start()`. */
export type Posthorn = {
  readonly home: string
  readonly version: string
  readonly app: App
  readonly log: Log
  locateMedia: Joined['locateMedia']
  /** Whose a key of the HTTP API is, and what it opens. */
  readonly keys: Keys
  /** Tells other processes where to speak to this one; null takes it back. */
  announce: Ownership['announce']
  /** Lets what is being sent come to its end, closes the database, lets the folder go. Safe to call twice. */
  close(): Promise<void>
}

/** Takes the data folder and joins the parts on it. On any failure the folder is let go again. */
export const openPosthorn = async (host: Host): Promise<Posthorn> => {
  const ownership = await takeOwnership(host.home, host.kind)
  const log = createLogFile(join(host.home, 'logs'), systemClock)
  let posthorn: Posthorn | undefined
  try {
    posthorn = await compose(host, log, ownership)
    await addFirstAccount(posthorn)
    // A command is over at once and has its own output.
    if (host.kind !== 'cli') log.info('the data folder is open', { kind: host.kind, version: host.version })
    return posthorn
  } catch (error) {
    log.error('the data folder could not be opened', { error })
    await posthorn?.close()
    await ownership.release()
    throw error
  }
}

const compose = async (host: Host, log: Log, ownership: Ownership): Promise<Posthorn> => {
  const { home, kind, version, keychain, notifier, network } = host
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const vaults = {
    system: keychain,
    keyFile: createKeyFileVault(join(home, 'secret.key')),
    headless: kind !== 'desktop',
  }
  const channels = createChannels({ clock: systemClock, random: Math.random, log, network })
  const snapshots = openSnapshots(home, systemClock)
  const files = openMediaFiles(home)
  const whole = createWholeData({
    home,
    snapshots,
    source: {
      home,
      version,
      clock: systemClock,
      mediaPath: files.path,
      vaults: [vaults.system, vaults.keyFile],
    },
    settling: { channels, clock: systemClock },
    clock: systemClock,
    log,
    vaultFor: async (store) => {
      if (keychain) return keychain
      const byFile = vaults.headless || (await store.settings.get()).withoutKeychain === 'key-file'
      return byFile ? vaults.keyFile : null
    },
    replace: (by) => standing.replace(by),
  })
  const open = async (): Promise<Side> => {
    const store = await openStore(home, { clock: systemClock, log, ...(host.onShare && { onShare: host.onShare }) })
    const privateAddresses = async () => (await store.settings.get()).privateAddresses ?? false
    const joined = joinApp({
      store,
      keeping: { snapshots, whole },
      clock: systemClock,
      log,
      notifier,
      network,
      channels,
      web: createSafeWeb(privateAddresses),
      fetch,
      http: host.http ?? NO_DOOR,
      landing: createLanding(),
      vaults,
      about: { version, home, owner: kind, zone },
    })
    return { ...joined, store }
  }
  const standing = await createStanding(open, log)
  const { app, locateMedia } = standing
  const sandbox = keepSandbox({ home, version, log, zone })
  let closing: Promise<void> | undefined
  return {
    home,
    version,
    app,
    log,
    locateMedia,
    keys: {
      keyFor: app.keyFor,
      sideFor: async (kind) => {
        if (closing !== undefined)
          refuse('unreachable', 'Posthorn is quitting.', 'Try again in a moment.', { told: because('quitting') })
        return kind === 'live' ? { ...app, locateMedia } : sandbox.side()
      },
    },
    announce: ownership.announce,
    close: () => (closing ??= inOrder(app.stop, sandbox.close, standing.close, ownership.release)),
  }
}

const NO_DOOR: HttpSwitch = { turn: () => Promise.resolve(), state: () => ({ url: null, failure: null }) }

/** Nothing is sent any more, the databases are whole, the folder is free. Whatever fails, the rest is done. */
const inOrder = async (...steps: (() => Promise<void>)[]): Promise<void> => {
  const [first, ...rest] = steps
  try {
    await first?.()
  } finally {
    if (rest.length > 0) await inOrder(...rest)
  }
}

/** The embedded default: a folder to publish to, so that the first post can be sent before any account is connected. */
const addFirstAccount = async ({ home, app, log }: Posthorn): Promise<void> => {
  const known = (await app.gate('accounts.list', {})) as Reply<Output<'accounts.list'>>
  if (!known.ok || known.value.entries.length > 0) return
  const path = join(home, 'posts')
  const reply = await app.gate('accounts.add', { channel: 'folder', name: 'My posts', settings: { path } })
  if (!reply.ok) log.warn('the folder for first posts could not be made', { ...reply.failure })
}
