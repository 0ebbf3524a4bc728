import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { sendRequest } from '../kit/send-request.ts'

/** What a media server speaks: NIP-96 where it says so, else Blossom. */
export type MediaServer = { speaks: 'blossom'; origin: string } | { speaks: 'nip96'; uploads: URL }

const told = z.object({ api_url: z.string().catch(''), delegated_to_url: z.string().optional().catch(undefined) })

/** Asks a server how files come to it. One may send us on to another, which must take them itself. */
export const findMediaServer = async (address: string, signal: AbortSignal): Promise<MediaServer> => {
  const { origin } = new URL(address)
  const first = await ask(origin, signal)
  const sentTo = first?.api_url === '' ? (first.delegated_to_url ?? '') : ''
  const base = isTrustworthy(sentTo) ? new URL(sentTo).origin : origin
  const { api_url = '' } = (base === origin ? first : await ask(base, signal)) ?? {}
  const uploads = api_url !== '' && URL.canParse(api_url, base) ? new URL(api_url, base) : null
  return uploads && isTrustworthy(uploads.href) ? { speaks: 'nip96', uploads } : { speaks: 'blossom', origin }
}

const ask = async (origin: string, signal: AbortSignal) => {
  const url = new URL('/.well-known/nostr/nip96.json', origin)
  const { status, body } = await sendRequest(url, { method: 'GET', signal })
  return status === 200 ? (told.safeParse(body).data ?? null) : null
}
