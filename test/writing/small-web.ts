import type { Web } from '../../src-main/core/ports.ts'
import { refuseInEnglish } from '../../src-main/core/refusal.ts'

type Found = { mime: string; body: string | Uint8Array; /** Where a redirect led. */ url?: string }

/** A web of a few addresses; what is not among them cannot be reached. */
export const smallWeb = (addresses: Readonly<Record<string, Found>>): Web => ({
  get: (url) =>
    Promise.resolve().then(() => {
      const found = addresses[url] ?? refuseInEnglish('unreachable', `${url} does not answer.`, 'Check the address.')
      const bytes = typeof found.body === 'string' ? new TextEncoder().encode(found.body) : found.body
      return { url: found.url ?? url, mime: found.mime, bytes }
    }),
})

/** A web with a single page. */
export const onePage = (mime: string, body: string | Uint8Array, url = 'https://shop.example/things/1') => ({
  web: smallWeb({ [url]: { mime, body } }),
  url,
})
