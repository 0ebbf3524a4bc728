import { afterAll } from 'vitest'
import { startWordPress, whyNoWordPress, type WordPress } from '../../../servers/wordpress.ts'
import type { Subject } from '../subject.ts'

let server: Promise<WordPress> | null = null
afterAll(async () => (await server)?.close())

export const subject: Subject = {
  key: 'wordpress',
  server: 'real WordPress 6.5.5',
  missing: whyNoWordPress,
  publishes: '/posts?context=',
  open: async () => {
    server ??= startWordPress()
    const { url, passwords } = await server
    const authorization = `Basic ${Buffer.from(`admin:${passwords.admin}`).toString('base64')}`
    return {
      origin: url,
      account: (origin) =>
        Promise.resolve({
          settings: { site: origin, username: 'admin', root: `${origin}/wp-json/`, userId: 1 },
          secret: passwords.admin,
        }),
      standing: async () => {
        const query = 'status=publish,future,draft,pending,private&per_page=1&_fields=id'
        const answer = await fetch(`${url}/wp-json/wp/v2/posts?${query}`, { headers: { authorization } })
        await answer.arrayBuffer()
        return Number(answer.headers.get('x-wp-total'))
      },
      close: () => Promise.resolve(),
    }
  },
}
