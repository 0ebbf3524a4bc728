import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AtpAgent } from '@atproto/api'
import { nsecEncode } from 'nostr-tools/nip19'
import { generateSecretKey } from 'nostr-tools/pure'
import { startBlossomContract } from '../servers/blossom-contract.ts'
import { startMicropubSite } from '../servers/micropub.ts'
import { startNostrRelay } from '../servers/nostr-relay.ts'
import { startPds } from '../servers/pds.ts'
import { startMailServer } from '../servers/smtp.ts'
import { startSnac } from '../servers/snac.ts'
import { startWordPress } from '../servers/wordpress.ts'

/** What a reader finds of one post, asked of the server itself and not through Posthorn. */
export type Found = { posts: number; text: boolean; link: boolean; pictures: number; described: number }

/** A server that runs here for real, with an account on it. */
export type Place = {
  channel: string
  server: string
  account: { settings: Record<string, unknown>; secret?: string }
  /** It has no place for descriptions of pictures. */
  altless?: true
  read(words: string, link: string): Promise<Found>
  close(): Promise<void>
}

const bluesky = async (): Promise<Place> => {
  const pds = await startPds()
  const { did, handle, appPassword } = await pds.createAccount('writer.test', 'a long password')
  const reader = new AtpAgent({ service: pds.url })
  return {
    channel: 'bluesky',
    server: '@atproto/pds 0.5.35',
    account: { settings: { service: pds.url, identifier: handle }, secret: appPassword },
    read: async (words, link) => {
      const { data } = await reader.com.atproto.repo.listRecords({ repo: did, collection: 'app.bsky.feed.post' })
      const records = data.records.map(({ value }) => value as { text: string; facets?: unknown; embed?: unknown })
      const images = records.flatMap(
        ({ embed }) => (embed as { images?: { alt: string; image: { ref: { toString(): string } } }[] }).images ?? [],
      )
      const blobs = await Promise.all(
        images.map(({ image }) => reader.com.atproto.sync.getBlob({ did, cid: String(image.ref) })),
      )
      return {
        posts: records.length,
        text: records.some(({ text }) => text.includes(words)),
        link: JSON.stringify(records[0]?.facets ?? '').includes(link),
        pictures: blobs.filter(({ data: bytes }) => bytes.length > 0).length,
        described: images.filter(({ alt }) => alt !== '').length,
      }
    },
    close: () => pds.close(),
  }
}

const mastodon = async (): Promise<Place> => {
  const snac = await startSnac()
  const token = await snac.createAccount('writer')
  const ask = async (path: string): Promise<unknown> =>
    (await fetch(snac.url + path, { headers: { authorization: `Bearer ${token}`, connection: 'close' } })).json()
  return {
    channel: 'mastodon',
    server: 'snac 2.75',
    account: { settings: { server: snac.url }, secret: token },
    read: async (words, link) => {
      const { id } = (await ask('/api/v1/accounts/verify_credentials')) as { id: string }
      const statuses = (await ask(`/api/v1/accounts/${id}/statuses`)) as {
        content: string
        media_attachments: { url: string; description: string | null }[]
      }[]
      const files = statuses.flatMap(({ media_attachments: attached }) => attached)
      const whole = await Promise.all(files.map(async ({ url }) => (await fetch(url)).ok))
      return {
        posts: statuses.length,
        text: statuses.some(({ content }) => content.includes(words)),
        link: statuses.some(({ content }) => content.includes(link)),
        pictures: whole.filter(Boolean).length,
        described: files.filter(({ description }) => description).length,
      }
    },
    close: () => snac.close(),
  }
}

const nostr = async (): Promise<Place> => {
  const [relay, media] = [await startNostrRelay(), await startBlossomContract()]
  return {
    channel: 'nostr',
    server: '@nostr-relay/core 0.0.40 (files: Blossom by contract)',
    account: {
      settings: { relays: relay.url, mediaServer: media.url },
      secret: nsecEncode(generateSecretKey()),
    },
    read: (words, link) => {
      const notes = relay.events().filter(({ kind }) => kind === 1)
      const files = notes.flatMap(({ tags }) => tags.filter(([name]) => name === 'imeta'))
      return Promise.resolve({
        posts: notes.length,
        text: notes.some(({ content }) => content.includes(words)),
        link: notes.some(({ content }) => content.includes(link)),
        pictures: Math.min(files.length, media.blobs.size),
        described: files.filter((tag) => tag.some((part) => part.startsWith('alt '))).length,
      })
    },
    close: async () => {
      await relay.close()
      await media.close()
    },
  }
}

const wordpress = async (): Promise<Place> => {
  const site = await startWordPress()
  return {
    channel: 'wordpress',
    server: 'WordPress 6.5.5',
    account: { settings: { site: site.url, username: 'admin' }, secret: site.passwords.admin },
    read: async (words, link) => {
      const posts = (await (await fetch(`${site.url}/?rest_route=/wp/v2/posts&search=${words}`)).json()) as {
        title: { rendered: string }
        content: { rendered: string }
      }[]
      const html = posts.map(({ title, content }) => title.rendered + content.rendered).join('')
      const files = [...html.matchAll(/<img[^>]*src="([^"]+)"[^>]*>/g)]
      const whole = await Promise.all(files.map(async ([, url = '']) => (await fetch(url)).ok))
      return {
        posts: posts.length,
        text: html.includes(words),
        link: html.includes(`href="${link}"`),
        pictures: whole.filter(Boolean).length,
        described: files.filter(([tag]) => /alt="[^"]+"/.test(tag)).length,
      }
    },
    close: () => site.close(),
  }
}

const newsletter = async (): Promise<Place> => {
  const server = await startMailServer()
  return {
    channel: 'newsletter',
    server: 'smtp-server 3.21.6',
    account: {
      settings: {
        host: '127.0.0.1',
        port: server.port,
        security: 'none',
        user: server.user,
        sender: 'Alice Example <alice@example.test>',
        recipients: 'bob@example.test',
      },
      secret: server.password,
    },
    read: (words, link) => {
      const html = server.mails.map(({ parsed }) => String(parsed.html)).join('')
      const files = server.mails.flatMap(({ parsed }) => parsed.attachments)
      return Promise.resolve({
        posts: server.mails.length,
        text: server.mails.some(({ parsed }) => `${parsed.subject} ${parsed.text}`.includes(words)),
        link: html.includes(link),
        pictures: files.filter(({ content }) => content.length > 0).length,
        described: [...html.matchAll(/<img[^>]*alt="[^"]+"/g)].length,
      })
    },
    close: () => server.close(),
  }
}

const micropub = async (): Promise<Place> => {
  const site = await startMicropubSite()
  return {
    channel: 'micropub',
    server: 'micropub-express 0.9.1',
    account: { settings: { site: site.url }, secret: site.token },
    // Without a media endpoint pictures come in a form, which has none.
    altless: true,
    read: (words, link) => {
      const written = JSON.stringify(site.entries.map(({ properties }) => properties))
      const files = site.entries.flatMap((entry) => entry.files?.photo ?? [])
      return Promise.resolve({
        posts: site.entries.length,
        text: written.includes(words),
        link: written.includes(link),
        pictures: files.filter(({ buffer }) => buffer.length > 0).length,
        described: 0,
      })
    },
    close: () => site.close(),
  }
}

const folder = (): Promise<Place> => {
  const path = mkdtempSync(join(tmpdir(), 'posthorn-folder-'))
  return Promise.resolve({
    channel: 'folder',
    server: 'a folder',
    account: { settings: { path } },
    read: (words, link) => {
      const files = readdirSync(path)
      const entries = files.filter((name) => name.endsWith('.md')).map((name) => readFileSync(join(path, name), 'utf8'))
      const shown = entries.flatMap((entry) => [...entry.matchAll(/!\[([^\]]*)\]\(([^)]+)\)/g)])
      return Promise.resolve({
        posts: entries.length,
        text: entries.some((entry) => entry.includes(words)),
        link: entries.some((entry) => entry.includes(link)),
        pictures: shown.filter(([, , file = '']) => files.includes(file)).length,
        described: shown.filter(([, alt = '']) => alt !== '').length,
      })
    },
    close: () => Promise.resolve(rmSync(path, { recursive: true, force: true })),
  })
}

/** Every network that runs here for real. */
export const PLACES: Readonly<Record<string, () => Promise<Place>>> = {
  bluesky,
  mastodon,
  nostr,
  wordpress,
  micropub,
  newsletter,
  folder,
}
