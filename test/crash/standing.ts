import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AtpAgent } from '@atproto/api'
import type { MadeEntry } from '../servers/micropub.ts'
import type { NostrRelay } from '../servers/nostr-relay.ts'
import type { PdsAccount } from '../servers/pds.ts'
import type { Mail } from '../servers/smtp.ts'
import type { Snac } from '../servers/snac.ts'
import type { Standing } from './judge.ts'
import { TEXTS } from './rounds.ts'

/* What stands, asked of each server itself and not through Posthorn. */

/** Counts posts by the texts in them; a text that a post says twice counts once. */
const count = (posts: readonly { words: string; pictures: number }[]): Standing => {
  const standing = new Map<string, { count: number; bare: number }>()
  for (const { words, pictures } of posts) {
    for (const text of new Set(words.match(TEXTS))) {
      const before = standing.get(text) ?? { count: 0, bare: 0 }
      standing.set(text, { count: before.count + 1, bare: before.bare + (pictures === 0 ? 1 : 0) })
    }
  }
  return standing
}

export const standingOnPds = async (service: string, account: PdsAccount): Promise<Standing> => {
  const agent = new AtpAgent({ service })
  await agent.login({ identifier: account.handle, password: account.password })
  const posts: { words: string; pictures: number }[] = []
  let cursor: string | undefined
  do {
    const { data } = await agent.com.atproto.repo.listRecords({
      repo: account.did,
      collection: 'app.bsky.feed.post',
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const { value } of data.records) {
      const { text, embed } = value as { text: string; embed?: { images?: unknown[] } }
      posts.push({ words: text, pictures: embed?.images?.length ?? 0 })
    }
    cursor = data.cursor
  } while (cursor !== undefined)
  return count(posts)
}

export const standingOnSnac = (snac: Snac, name: string): Standing =>
  count(snac.notes(name).map(({ text, files }) => ({ words: text, pictures: files })))

export const standingOnRelay = (relay: NostrRelay): Standing =>
  count(
    relay
      .events()
      .filter(({ kind }) => kind === 1)
      .map(({ content, tags }) => ({ words: content, pictures: tags.filter(([name]) => name === 'imeta').length })),
  )

export const standingOnSite = (entries: readonly MadeEntry[]): Standing =>
  count(
    entries.map(({ properties, files }) => ({
      words: JSON.stringify(properties),
      pictures: files?.photo?.length ?? 0,
    })),
  )

export const standingInMail = (mails: readonly Mail[]): Standing =>
  count(mails.map(({ parsed }) => ({ words: `${parsed.subject} ${parsed.text}`, pictures: parsed.attachments.length })))

export const standingInFolder = async (folder: string): Promise<Standing> => {
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  const contents = await Promise.all(
    names.filter((name) => name.endsWith('.md')).map((name) => readFile(join(folder, name), 'utf8')),
  )
  return count(contents.map((words) => ({ words, pictures: words.includes('![') ? 1 : 0 })))
}
