import { z } from 'zod'
import type { ChannelDescriptor } from '../../../src-preload/contract/model/channel.ts'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import type { Provider, Scope } from '../kit/oauth/provider.ts'
import { placeOf } from './places.ts'

/** What a person fills in: the app of their own at Google. */
export const googleForm = z.strictObject({
  clientId: z
    .string('Enter the client ID.')
    .trim()
    .min(1, 'Enter the client ID.')
    .meta({
      title: 'Client ID',
      description: 'Of an OAuth client of the kind "Desktop app" in a project of your own.',
      examples: ['1234567890-abc.apps.googleusercontent.com'],
    }),
})

/** What is kept beside it; people never see the server. */
export const serverOf = (maker: string) =>
  z
    .url({ protocol: /^https?$/ })
    .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.')
    .default(maker)

/** Google gives its desktop apps a secret and wants to see it, though they cannot keep one. */
export const GOOGLE_SECRET = {
  title: 'Client secret',
  description: 'Google shows it beside the client ID.',
} satisfies ChannelDescriptor['secret']

/** How Google signs people in. It asks for consent each time: only then it gives a refresh token. */
export const googleProvider =
  (name: string, scopes: readonly Scope[]) =>
  ({ server }: { server: string }): Provider => ({
    name,
    authorization: placeOf('https://accounts.google.com/o/oauth2/v2/auth', server).href,
    token: placeOf('https://oauth2.googleapis.com/token', server).href,
    scopes,
    client: 'form',
    pkce: true,
    extra: { access_type: 'offline', prompt: 'consent' },
  })

/** How to get a client, up to where the interface of a channel comes in. */
export const googleGuide = (library: string, api: string, scopes: string): ChannelDescriptor['guide'] => [
  {
    text: 'Sign in to the Google Cloud console with the account that posts, and make a project.',
    url: 'https://console.cloud.google.com/projectcreate',
  },
  { text: `Enable the ${api} for the project.`, url: `https://console.cloud.google.com/apis/library/${library}` },
  {
    text: `Under Google Auth Platform, name the app, choose External, add yourself as a test user and add the scopes ${scopes}. Publish the app there: as long as it is in testing, a sign-in ends after seven days.`,
    url: 'https://console.cloud.google.com/auth/overview',
  },
  {
    text: 'Under Clients, make one of the kind "Desktop app", and copy its client ID and client secret here.',
    url: 'https://console.cloud.google.com/auth/clients',
  },
]
