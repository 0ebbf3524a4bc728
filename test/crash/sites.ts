import { join } from 'node:path'
import { nsecEncode } from 'nostr-tools/nip19'
import { generateSecretKey } from 'nostr-tools/pure'
import { startBlossomContract } from '../servers/blossom-contract.ts'
import { startMicropubSite } from '../servers/micropub.ts'
import { startNostrRelay } from '../servers/nostr-relay.ts'
import { type Pds, startPds } from '../servers/pds.ts'
import { startMailServer } from '../servers/smtp.ts'
import { type Snac, startSnac, whyNoSnac } from '../servers/snac.ts'
import { createFastClock } from './fast-clock.ts'
import type { Standing } from './judge.ts'
import type { Way } from './kill-plan.ts'
import { type KillingProxy, startKillingProxy } from './killing-proxy.ts'
import {
  standingInFolder,
  standingInMail,
  standingOnPds,
  standingOnRelay,
  standingOnSite,
  standingOnSnac,
} from './standing.ts'
import { http, nostr, smtp } from './wires.ts'

/** A place to publish to, for one lane alone. */
export type Site = Way & {
  /** It can say whether a post arrived. */
  askable: boolean
  account: { settings: Record<string, unknown>; secret?: string }
  lines: readonly KillingProxy[]
  standing(): Promise<Standing>
  close(): Promise<void>
}

/** Servers that all lanes share, each with an account of its own there. */
export type Shared = { pds: Pds; snac: Snac | null; close(): Promise<void> }

export const startShared = async (): Promise<Shared> => {
  const [pds, snac] = await Promise.all([startPds(), whyNoSnac() === null ? startSnac() : null])
  return {
    pds,
    snac,
    close: async () => {
      await pds.close()
      await snac?.close()
    },
  }
}

/** Where a lane publishes: `home` is its folder, `epoch` when its clock began. */
type Lane = { name: string; home: string; epoch: number }

export const openSites = async ({ pds, snac }: Shared, lane: Lane): Promise<Site[]> =>
  Promise.all([
    openFolder(lane),
    openBluesky(pds, lane),
    ...(snac ? [openMastodon(snac, lane)] : []),
    openNostr(lane),
    openMicropub(),
    openNewsletter(),
  ])

const portOf = (url: string): number => Number(new URL(url).port)
const local = ({ port }: KillingProxy, scheme = 'http'): string => `${scheme}://127.0.0.1:${port}`

const openFolder = ({ home }: Lane): Promise<Site> => {
  const path = join(home, 'published')
  return Promise.resolve({
    channel: 'folder',
    line: false,
    uploads: false,
    threads: false,
    askable: true,
    account: { settings: { path } },
    lines: [],
    standing: () => standingInFolder(path),
    close: () => Promise.resolve(),
  })
}

const openBluesky = async (pds: Pds, { name }: Lane): Promise<Site> => {
  const account = await pds.createAccount(`${name}.test`, 'a long password')
  const posts = /^POST \/xrpc\/com\.atproto\.repo\.(createRecord|putRecord|applyWrites)/
  const uploads = /^POST \/xrpc\/com\.atproto\.repo\.uploadBlob/
  const line = await startKillingProxy(portOf(pds.url), http({ posts, uploads }))
  return {
    channel: 'bluesky',
    line: true,
    uploads: true,
    threads: true,
    askable: true,
    account: { settings: { service: local(line), identifier: account.handle }, secret: account.appPassword },
    lines: [line],
    standing: () => standingOnPds(pds.url, account),
    close: () => line.close(),
  }
}

const openMastodon = async (snac: Snac, { name }: Lane): Promise<Site> => {
  const token = await snac.createAccount(name)
  const wire = http({ posts: /^POST \/api\/v1\/statuses/, uploads: /^POST \/api\/v\d\/media/, dated: true })
  const line = await startKillingProxy(snac.port, wire)
  return {
    channel: 'mastodon',
    line: true,
    uploads: true,
    threads: true,
    askable: true,
    account: { settings: { server: local(line) }, secret: token },
    lines: [line],
    standing: () => Promise.resolve(standingOnSnac(snac, name)),
    close: () => line.close(),
  }
}

const openNostr = async ({ epoch }: Lane): Promise<Site> => {
  const relay = await startNostrRelay()
  const media = await startBlossomContract({ now: createFastClock(epoch).now })
  const line = await startKillingProxy(portOf(relay.url), nostr)
  const mediaLine = await startKillingProxy(portOf(media.url), http({ uploads: /^PUT \/upload/ }))
  return {
    channel: 'nostr',
    line: true,
    uploads: true,
    threads: true,
    askable: true,
    account: {
      settings: { relays: local(line, 'ws'), mediaServer: local(mediaLine) },
      secret: nsecEncode(generateSecretKey()),
    },
    lines: [line, mediaLine],
    standing: () => Promise.resolve(standingOnRelay(relay)),
    close: async () => {
      await Promise.all([line.close(), mediaLine.close()])
      await Promise.all([relay.close(), media.close()])
    },
  }
}

const openMicropub = async (): Promise<Site> => {
  const site = await startMicropubSite()
  const line = await startKillingProxy(portOf(site.url), http({ posts: /^POST \/micropub/ }))
  return {
    channel: 'micropub',
    line: true,
    // Without a place for files they come with the post.
    uploads: false,
    threads: false,
    askable: true,
    account: { settings: { site: local(line) }, secret: site.token },
    lines: [line],
    standing: () => Promise.resolve(standingOnSite(site.entries)),
    close: async () => {
      await line.close()
      await site.close()
    },
  }
}

const openNewsletter = async (): Promise<Site> => {
  const server = await startMailServer()
  const line = await startKillingProxy(server.port, smtp)
  return {
    channel: 'newsletter',
    line: true,
    uploads: false,
    threads: false,
    // Mail that left can be looked for nowhere.
    askable: false,
    account: {
      settings: {
        host: '127.0.0.1',
        port: line.port,
        security: 'none',
        user: server.user,
        sender: 'Alice Example <alice@example.test>',
        recipients: 'bob@example.test',
      },
      secret: server.password,
    },
    lines: [line],
    standing: () => Promise.resolve(standingInMail(server.mails)),
    close: async () => {
      await line.close()
      await server.close()
    },
  }
}
