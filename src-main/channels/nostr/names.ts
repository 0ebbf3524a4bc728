import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { sendRequest } from '../kit/send-request.ts'

/** Whom a name such as `alice@example.com` stands for (NIP-05). */
type Named = {
  /** In hexadecimal. */
  pubkey: string
  /** Where a signer for that key listens; empty: there is none. */
  signerRelays: string[]
}

const relays = z.record(z.string(), z.array(z.string())).optional().catch(undefined)
const document = z.object({ names: z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/)), nip46: relays })

/** A whole name, as it is typed: the part before the `@` may be left out by `_`. */
const NAME = /^([\w.+-]{1,64})@([\p{L}\p{N}][\p{L}\p{N}.-]{0,250}(?::\d{1,5})?)$/u

export const isName = (typed: string): boolean => NAME.test(typed)

/**
 * Asks the domain of a name whom it stands for; null where it knows no such name. Redirects are not followed, as NIP-05
 * wants it. Throws a RequestFailed when the domain does not answer.
 */
export const lookUpName = async (typed: string, signal: AbortSignal): Promise<Named | null> => {
  const [, name = '', domain = ''] = NAME.exec(typed) ?? []
  const plain = `http://${domain}`
  const url = new URL('/.well-known/nostr.json', isTrustworthy(plain) ? plain : `https://${domain}`)
  url.searchParams.set('name', name.toLowerCase())
  const { status, body } = await sendRequest(url, { method: 'GET', signal })
  const told = document.safeParse(body).data
  const pubkey = status === 200 ? told?.names[name.toLowerCase()] : undefined
  return pubkey === undefined ? null : { pubkey, signerRelays: told?.nip46?.[pubkey] ?? [] }
}
