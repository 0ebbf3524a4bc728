import { AtpAgent } from '@atproto/api'
import { afterAll } from 'vitest'
import { type Pds, startPds } from '../../../servers/pds.ts'
import type { Subject } from '../subject.ts'

let server: Promise<Pds> | null = null
let accounts = 0
afterAll(async () => (await server)?.close())

export const subject: Subject = {
  key: 'bluesky',
  server: 'real @atproto/pds 0.5.35',
  publishes: 'com.atproto.repo.createRecord',
  apart: {
    '404': 'a host whose server is away answers so, whatever the post is: it is tried again',
  },
  open: async () => {
    server ??= startPds()
    const pds = await server
    accounts += 1
    const account = await pds.createAccount(`writer${accounts}.test`, 'a long password')
    const reader = new AtpAgent({ service: pds.url })
    // Signed in some time ago, as an account mostly is: a token renewed within the second it was given in is the same one.
    const writer = new AtpAgent({ service: pds.url })
    await writer.login({ identifier: account.handle, password: account.appPassword })
    const { session } = writer
    return {
      origin: pds.url,
      account: (origin) =>
        Promise.resolve({
          settings: { service: origin, identifier: account.handle, did: account.did },
          secret: account.appPassword,
          session: JSON.stringify({ service: origin, pds: null, session }),
        }),
      standing: async () => {
        const asked = { repo: account.did, collection: 'app.bsky.feed.post', limit: 100 }
        return (await reader.com.atproto.repo.listRecords(asked)).data.records.length
      },
      close: () => Promise.resolve(),
    }
  },
}
