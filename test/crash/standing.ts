import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { AtpAgent } from '@atproto/api'
import type { PdsAccount } from '../servers/pds.ts'

/** How often each text stands somewhere. */
export type Standing = Map<string, number>

/** Every post of an account, asked of the server itself. */
export const standingOnServer = async (service: string, account: PdsAccount): Promise<Standing> => {
  const agent = new AtpAgent({ service })
  await agent.login({ identifier: account.handle, password: account.password })
  const standing: Standing = new Map()
  let cursor: string | undefined
  do {
    const { data } = await agent.com.atproto.repo.listRecords({
      repo: account.did,
      collection: 'app.bsky.feed.post',
      limit: 100,
      ...(cursor === undefined ? {} : { cursor }),
    })
    for (const { value } of data.records) count(standing, String(value['text']))
    cursor = data.cursor
  } while (cursor !== undefined)
  return standing
}

/** Every post in a folder; `texts` are those to look for in its files. */
export const standingInFolder = async (folder: string, texts: readonly string[]): Promise<Standing> => {
  const standing: Standing = new Map()
  const names = await readdir(folder, { recursive: true }).catch(() => [])
  for (const name of names.filter((one) => one.endsWith('.md'))) {
    const content = await readFile(join(folder, name), 'utf8')
    for (const text of texts) if (content.includes(text)) count(standing, text)
  }
  return standing
}

const count = (standing: Standing, text: string) => void standing.set(text, (standing.get(text) ?? 0) + 1)
