import { z } from 'zod'
import { refuse } from '../../core/refusal.ts'
import type { Access, Begun, ChannelTools, Renewed, SignedIn, SignIn, SignInRequest } from '../channel.ts'
import { createOAuth, type OAuth } from '../kit/oauth/create-oauth.ts'
import type { Provider } from '../kit/oauth/provider.ts'
import { redactor } from '../kit/redact.ts'
import { NoSecret, refusalOf } from '../kit/request-failures.ts'
import { findSignIn, readFrontPage } from './discover.ts'
import { mannersOf } from './failures.ts'
import { type MicropubSettings, type SignInPlaces, signInPlaces } from './settings.ts'

/*
 * IndieAuth: apps are known by an address and need no registration. An app of this computer has no page to show, so it is
 * named by the loopback address people are sent back to: hosts and ports of the two are the same then, which is all that a
 * site checks of such an address, for it cannot fetch it.
 */

export type Client = MicropubSettings & { clientId: string; signIn: SignInPlaces }

const SCOPES: Provider['scopes'] = [
  { name: 'create', why: 'To publish.' },
  { name: 'update', why: 'To change what stands.' },
  { name: 'delete', why: 'To take posts down.' },
  { name: 'media', why: 'To upload files.' },
]

export const createClient = (tools: ChannelTools): OAuth<Client> => createOAuth<Client>(providerOf, 'any', tools)

const providerOf = ({ site, signIn }: Client): Provider => ({
  name: new URL(site).host,
  authorization: signIn.authorization,
  token: signIn.token,
  scopes: SCOPES,
  client: 'none',
  pkce: true,
  extra: { me: signIn.me },
  ...(signIn.issuer !== undefined && { issuer: signIn.issuer }),
})

/** An account that signed in by the browser. Throws `NoSecret` where nobody did. */
export const asClient = (access: Access<MicropubSettings>): Access<Client> => {
  const { signIn, site } = access.settings
  if (signIn) return { ...access, settings: { ...access.settings, signIn, clientId: signIn.clientId } }
  throw new NoSecret(
    `Nobody is signed in at ${new URL(site).host} here yet.`,
    'Sign in there by the browser, or connect with an access token.',
  )
}

const memories = z.object({ places: signInPlaces, inner: z.string() })
const signedIn = z.object({ about: z.object({ me: z.url() }) })

export const createSignIn = (client: OAuth<Client>, tools: ChannelTools): SignIn<MicropubSettings> => ({
  port: 'any',
  begin: async (asked): Promise<Begun> => {
    try {
      const places = await findPlaces(asked)
      const begun = await client.signIn.begin(withClient(asked, places))
      return begun.kind === 'begun' ? { ...begun, memory: JSON.stringify({ places, inner: begun.memory }) } : begun
    } catch (error) {
      return refusalOf(error, mannersOf(asked.settings, redactor([])), tools)
    }
  },
  finish: async (asked, memory, arrived): Promise<SignedIn<MicropubSettings>> => {
    const { places, inner } = memories.parse(JSON.parse(memory))
    const done = await client.signIn.finish(withClient(asked, places), inner, arrived)
    if (done.kind !== 'signed-in') return done
    try {
      const { me } = await confirm(done.session, places, asked.signal)
      return { ...done, settings: { site: asked.settings.site, signIn: { ...places, me } } }
    } catch (error) {
      return refusalOf(error, mannersOf(asked.settings, redactor([])), tools)
    }
  },
})

const withClient = (asked: SignInRequest<MicropubSettings>, signIn: SignInPlaces): SignInRequest<Client> => ({
  ...asked,
  settings: { ...asked.settings, signIn, clientId: signIn.clientId },
})

const findPlaces = async ({ settings: { site }, redirect, signal }: SignInRequest<MicropubSettings>) => {
  const page = await readFrontPage(site, signal)
  const found =
    (await findSignIn(page, site, signal)) ??
    refuse(
      'rejected-by-channel',
      `${new URL(site).host} does not say where to sign in.`,
      'Switch IndieAuth on at the site, or connect with an access token.',
      { field: 'settings.site' },
    )
  return { ...found, clientId: `${new URL(redirect).origin}/` }
}

/** Renews what a sign-in by the browser left. */
export const renew = async (
  access: Access<MicropubSettings>,
  tools: ChannelTools & { client: OAuth<Client> },
): Promise<Renewed> => {
  try {
    return await tools.client.renew(asClient(access))
  } catch (error) {
    return refusalOf(error, mannersOf(access.settings, redactor([])), tools)
  }
}

/** Whoever it says signed in must be somebody that this place may speak for. */
const confirm = async (session: string, places: SignInPlaces, signal: AbortSignal): Promise<{ me: string }> => {
  const { data } = signedIn.safeParse(JSON.parse(session))
  const me = data?.about.me
  if (me !== undefined && new URL(me).href === new URL(places.me).href) return { me }
  const theirs = me === undefined ? null : await findSignIn(await readFrontPage(me, signal), me, signal)
  if (me !== undefined && theirs?.authorization === places.authorization) return { me }
  return refuse(
    'wrong-credentials',
    me === undefined ? 'The site did not say who signed in.' : `${me} is not signed in by this site.`,
    'Sign in as the owner of the site that you typed.',
    { field: 'settings.site' },
  )
}
