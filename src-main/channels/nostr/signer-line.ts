import type { Event } from 'nostr-tools/core'
import { z } from 'zod'
import type { Clock } from '../../core/ports.ts'
import { signerOf } from './keys.ts'
import { openRelay, type Relay } from './relay.ts'

/** How a signer elsewhere is spoken to (NIP-46): by encrypted notes over relays, under a key made for that alone. */
export type SignerLine = {
  /** The signer's own key, which need not be the one it signs with. */
  signer: string
  relays: readonly string[]
  /** Ours, in hexadecimal: who has it may ask as we do. */
  clientKey: string
}

/** A signer that did not do what it was asked for; nothing was sent to the relays of the account then. */
export class SignerTrouble extends Error {
  readonly kind: 'away' | 'approval' | 'refused'
  /** Where the person lets Posthorn in, for `approval`. */
  readonly url: string | null

  constructor(kind: SignerTrouble['kind'], said: string, about: { url?: string; cause?: unknown } = {}) {
    super(said, { cause: about.cause })
    this.kind = kind
    this.url = about.url ?? null
  }
}

const REMOTE_SIGNING = 24_133
/** How long a person may take to say yes on another machine, in milliseconds: less than a call may go on. */
const PATIENCE = 45_000
const MAX_WORDS = 300

const response = z.object({ id: z.string(), result: z.string().nullish(), error: z.string().nullish() })
type Response = z.infer<typeof response>

/** Asks the signer for one thing over all its relays. Throws a SignerTrouble. */
export const askSigner = async (
  { signer, relays, clientKey }: SignerLine,
  method: string,
  params: readonly string[],
  { clock, signal }: { clock: Clock; signal: AbortSignal },
): Promise<string> => {
  const { encrypt, decrypt, getConversationKey } = await import('nostr-tools/nip44')
  const key = Uint8Array.from(Buffer.from(clientKey, 'hex'))
  const [client, shared] = [await signerOf(key), getConversationKey(key, signer)]
  const id = crypto.randomUUID()
  const event = await client.sign({
    kind: REMOTE_SIGNING,
    created_at: Math.floor(clock.now() / 1000),
    content: encrypt(JSON.stringify({ id, method, params }), shared),
    tags: [['p', signer]],
  })
  const filter = { kinds: [REMOTE_SIGNING], authors: [signer], '#p': [client.pubkey] }
  const hearing = createHearing(id, signal)
  const hear = ({ content }: Event) => hearing.hear(read(() => decrypt(content, shared)))
  const opened: Relay[] = []
  const ask = async (url: string) => {
    const relay = await openRelay(url, client, signal)
    opened.push(relay)
    await relay.follow(filter, hear)
    const { accepted, reason } = await relay.publish(event)
    if (!accepted) throw new Error(`${url}: ${reason}`)
  }
  try {
    const asked = Promise.any(relays.map(ask)).catch((error: unknown) => {
      throw new SignerTrouble('away', 'No relay of the signer can be reached.', { cause: error })
    })
    // An answer may be there before the relay has said that it took the question.
    const { result, error } = await Promise.race([hearing.answer, asked.then(() => hearing.answer)])
    if (result === 'auth_url') throw new SignerTrouble('approval', 'The signer wants to be asked.', urlIn(error))
    if (typeof error === 'string' && error !== '') throw new SignerTrouble('refused', error.slice(0, MAX_WORDS))
    return result ?? ''
  } finally {
    hearing.end()
    for (const relay of opened) relay.close()
  }
}

/** Waits for the answer to one question. */
const createHearing = (id: string, signal: AbortSignal) => {
  let tell: (answer: Response) => void = () => {}
  let giveUp: () => void = () => {}
  const answer = new Promise<Response>((resolve, reject) => {
    tell = resolve
    giveUp = () => reject(new SignerTrouble('away', 'The signer did not answer in time.'))
  })
  // It may end before anybody waits for it.
  answer.catch(() => {})
  const timer = setTimeout(giveUp, PATIENCE)
  signal.addEventListener('abort', giveUp, { once: true })
  return {
    answer,
    hear: (heard: Response | null) => {
      if (heard?.id === id) tell(heard)
    },
    end: () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', giveUp)
    },
  }
}

/** What cannot be read is not for us. */
const read = (decrypted: () => string): Response | null => {
  try {
    return response.parse(JSON.parse(decrypted()))
  } catch {
    return null
  }
}

const urlIn = (told: string | null | undefined): { url?: string } => {
  const url = told ?? ''
  return /^https?:\/\//.test(url) && URL.canParse(url) ? { url } : {}
}
