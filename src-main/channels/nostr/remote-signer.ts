import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Access, ChannelTools } from '../channel.ts'
import { NotAKey, openKey, type Signer } from './keys.ts'
import { isName, lookUpName } from './names.ts'
import { isRelay, type NostrSettings } from './settings.ts'
import { askSigner, type SignerLine, SignerTrouble } from './signer-line.ts'

/** What the session slot holds of a signer that was connected: `of` tells by which secret. */
const kept = z.object({
  of: z.string(),
  signer: z.string(),
  relays: z.array(z.string()),
  clientKey: z.string(),
  pubkey: z.string(),
})
type Kept = z.infer<typeof kept>

/** Keys made for signers that have not said yes: asked once more, they must know who asks. In memory, by secret. */
export type ClientKeys = Map<string, string>

/** What the signer is asked to do for us. */
const PERMISSIONS = 'sign_event:1,sign_event:5,sign_event:22242,sign_event:24242,sign_event:27235'

/** Whether the secret names a signer elsewhere: `bunker://...`, or a name whose domain knows one. */
export const isRemote = (secret: string | null): boolean =>
  /^bunker:/i.test((secret ?? '').trim()) || isName((secret ?? '').trim())

/**
 * The signer of an account: its key, or one elsewhere as it was connected. Throws a Refusal about the secret when there is
 * neither; whether a signer elsewhere is there shows when it is to sign.
 */
export const openSigner = async (access: Access<NostrSettings>, tools: ChannelTools): Promise<Signer> => {
  if (!isRemote(access.secret)) return openKey(access.secret)
  const known = await readKept(access)
  if (!known) throw new NotAKey('The signer has not let Posthorn in yet.')
  return remoteSigner(known, access, tools)
}

/** Asks a signer elsewhere to let Posthorn in, and whose key it has. Throws a SignerTrouble, or what openSigner throws. */
export const connectSigner = async (
  access: Access<NostrSettings>,
  tools: ChannelTools,
  clientKeys: ClientKeys,
): Promise<Signer> => {
  if (!isRemote(access.secret)) return openKey(access.secret)
  const known = await readKept(access)
  if (known) {
    await askSigner(known, 'ping', [], { clock: tools.clock, signal: access.signal })
    return remoteSigner(known, access, tools)
  }
  const of = nameOf(access)
  const clientKey = clientKeys.get(of) ?? randomBytes(32).toString('hex')
  clientKeys.set(of, clientKey)
  const { token, ...line } = { ...(await findSigner(access)), clientKey }
  const about = { clock: tools.clock, signal: access.signal }
  await askSigner(line, 'connect', [line.signer, token, PERMISSIONS], about)
  const pubkey = await askSigner(line, 'get_public_key', [], about)
  if (!/^[0-9a-f]{64}$/.test(pubkey)) throw new SignerTrouble('refused', 'It told no public key.')
  const next: Kept = { of, ...line, relays: [...line.relays], pubkey }
  await access.session.save(JSON.stringify(next))
  clientKeys.delete(of)
  return remoteSigner(next, access, tools)
}

const remoteSigner = (known: Kept, { signal }: Access<NostrSettings>, { clock }: ChannelTools): Signer => ({
  pubkey: known.pubkey,
  sign: async (template) => {
    const { getEventHash, verifyEvent } = await import('nostr-tools/pure')
    const asked = { ...template, pubkey: known.pubkey }
    const signed = signedEvent.safeParse(
      parse(await askSigner(known, 'sign_event', [JSON.stringify(asked)], { clock, signal })),
    ).data
    // What was not asked for must not go out under the name of the person.
    if (!signed || signed.id !== getEventHash(asked) || !verifyEvent({ ...asked, ...signed })) {
      throw new SignerTrouble('refused', 'It signed something else than it was given.')
    }
    return { ...asked, ...signed }
  },
})

const signedEvent = z.object({ id: z.string(), sig: z.string() })

const parse = (said: string): unknown => {
  try {
    return JSON.parse(said)
  } catch {
    return null
  }
}

/** `token`: what the signer gave along, by which it knows the person who asks; empty: nothing. */
const findSigner = async (
  access: Access<NostrSettings>,
): Promise<Omit<SignerLine, 'clientKey'> & { token: string }> => {
  const typed = (access.secret ?? '').trim()
  if (isName(typed)) {
    const named = await lookUpName(typed, access.signal)
    const relays = named?.signerRelays.filter(isRelay) ?? []
    if (named && relays.length > 0) return { signer: named.pubkey, relays, token: '' }
    return refuse('wrong-credentials', `${typed} names no signer.`, FROM_SIGNER, { field: 'secret' })
  }
  const url = URL.canParse(typed) ? new URL(typed) : null
  const relays = url?.searchParams.getAll('relay').filter(isRelay) ?? []
  if (!url || !/^[0-9a-f]{64}$/.test(url.hostname) || relays.length === 0) {
    return refuse('wrong-credentials', 'This is not the whole address of a signer.', FROM_SIGNER, { field: 'secret' })
  }
  return { signer: url.hostname, relays, token: url.searchParams.get('secret') ?? '' }
}
const FROM_SIGNER = 'Copy the address (bunker://...) anew from your signer.'

const readKept = async (access: Access<NostrSettings>): Promise<Kept | null> => {
  const held = kept.safeParse(parse((await access.session.load()) ?? ''))
  return held.success && held.data.of === nameOf(access) ? held.data : null
}

/** Tells secrets apart without being one. */
const nameOf = ({ secret }: Access<NostrSettings>): string =>
  createHash('sha256')
    .update((secret ?? '').trim())
    .digest('hex')
