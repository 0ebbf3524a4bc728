import { join } from 'node:path'
import type { App } from '../app/app.ts'
import { createApp } from '../app/create-app.ts'
import { createChannels } from '../channels/index.ts'
import { probeMedia } from '../channels/kit/probe-media.ts'
import type { Log, Network, Notifier, Store, Vault } from '../core/ports.ts'
import { openMediaFiles } from '../store/media-files.ts'
import { openStore } from '../store/open-store.ts'
import { createKeyFileVault } from './key-file-vault.ts'
import { createLogFile } from './log-file.ts'
import type { OwnerKind } from './owner-card.ts'
import { type Ownership, takeOwnership } from './owner-lock.ts'
import { systemClock } from './system-clock.ts'
import { createSystemIds } from './system-ids.ts'

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
}

/** Posthorn on an open data folder, not yet looking at its queue: that begins with `app.start()`. */
export type Posthorn = {
  readonly home: string
  readonly app: App
  readonly log: Log
  /** Where the bytes of an attached file are; null for an unknown id. */
  locateMedia(mediaId: string): Promise<{ path: string; mime: string } | null>
  /** Tells other processes where to speak to this one; null takes it back. */
  announce: Ownership['announce']
  /** Lets what is being sent come to its end, closes the database, lets the folder go. Safe to call twice. */
  close(): Promise<void>
}

/** Takes the data folder and joins the parts on it. On any failure the folder is let go again. */
export const openPosthorn = async (host: Host): Promise<Posthorn> => {
  const ownership = await takeOwnership(host.home, host.kind)
  const log = createLogFile(join(host.home, 'logs'), systemClock)
  let store: Store | undefined
  try {
    store = await openStore(host.home, { clock: systemClock, log })
    const posthorn = compose(host, store, log, ownership)
    await addFirstAccount(posthorn, store)
    // A command is over at once and has its own output.
    if (host.kind !== 'cli') log.info('the data folder is open', { kind: host.kind, version: host.version })
    return posthorn
  } catch (error) {
    log.error('the data folder could not be opened', { error })
    await store?.close()
    await ownership.release()
    throw error
  }
}

const compose = (host: Host, store: Store, log: Log, ownership: Ownership): Posthorn => {
  const { home, kind, version, keychain, notifier, network } = host
  const tools = { clock: systemClock, random: Math.random, log, network }
  const files = openMediaFiles(home)
  const app = createApp({
    ...tools,
    store,
    files,
    notifier,
    ids: createSystemIds(),
    probe: probeMedia,
    channels: createChannels(tools),
    vaults: { system: keychain, keyFile: createKeyFileVault(join(home, 'secret.key')), headless: kind !== 'desktop' },
    about: { version, home, owner: kind, zone: new Intl.DateTimeFormat().resolvedOptions().timeZone },
  })
  let closing: Promise<void> | undefined
  return {
    home,
    app,
    log,
    locateMedia: async (mediaId) => {
      const media = await store.media.get(mediaId)
      return media ? { path: files.path(media.hash), mime: media.mime } : null
    },
    announce: ownership.announce,
    close: () => (closing ??= closeAll(app, store, ownership)),
  }
}

/** In this order: nothing is sent any more, the database is whole, the folder is free. Whatever fails, the rest is done. */
const closeAll = async (app: App, store: Store, ownership: Ownership): Promise<void> => {
  try {
    await app.stop()
  } finally {
    try {
      await store.close()
    } finally {
      await ownership.release()
    }
  }
}

/** The embedded default: a folder to publish to, so that the first post can be sent before any account is connected. */
const addFirstAccount = async ({ home, app, log }: Posthorn, store: Store): Promise<void> => {
  if ((await store.accounts.list()).length > 0) return
  const path = join(home, 'posts')
  const reply = await app.gate('accounts.add', { channel: 'folder', name: 'My posts', settings: { path } })
  if (!reply.ok) log.warn('the folder for first posts could not be made', { ...reply.failure })
}
