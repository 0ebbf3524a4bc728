import { afterAll } from 'vitest'
import { type Snac, startSnac, whyNoSnac } from '../../../servers/snac.ts'
import type { Subject } from '../subject.ts'

let server: Promise<Snac> | null = null
let accounts = 0
afterAll(async () => (await server)?.close())

export const subject: Subject = {
  key: 'mastodon',
  server: 'real snac 2.75',
  missing: whyNoSnac,
  publishes: '/api/v1/statuses',
  open: async () => {
    server ??= startSnac()
    const snac = await server
    accounts += 1
    const token = await snac.createAccount(`writer${accounts}`)
    const ask = async (path: string): Promise<unknown> => {
      const headers = { authorization: `Bearer ${token}`, connection: 'close' }
      return (await fetch(snac.url + path, { headers })).json()
    }
    const { id } = (await ask('/api/v1/accounts/verify_credentials')) as { id: string }
    return {
      origin: snac.url,
      account: (origin) => Promise.resolve({ settings: { server: origin }, secret: token }),
      standing: async () => ((await ask(`/api/v1/accounts/${id}/statuses?limit=100`)) as unknown[]).length,
      close: () => Promise.resolve(),
    }
  },
}
