import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import type { Provider } from '../kit/oauth/provider.ts'

const TIKTOK_SERVER = 'https://open.tiktokapis.com'

/** What a person fills in: the app of their own at TikTok. */
export const tiktokForm = z.strictObject({
  clientId: z
    .string('Enter the client key.')
    .trim()
    .min(1, 'Enter the client key.')
    .meta({ title: 'Client key', description: 'The page of your app at developers.tiktok.com has it.' }),
})

/** What is kept beside it; people never see the server. */
export const tiktokSettings = tiktokForm.extend({
  server: z
    .url({ protocol: /^https?$/ })
    .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.')
    .default(TIKTOK_SERVER),
})
export type TiktokSettings = z.infer<typeof tiktokSettings>

/** How TikTok signs people in: it has names of its own, and a proof in digits of its own. */
export const tiktokProvider = ({ server }: TiktokSettings): Provider => ({
  name: 'TikTok',
  authorization:
    server === TIKTOK_SERVER
      ? 'https://www.tiktok.com/v2/auth/authorize/'
      : new URL('/v2/auth/authorize/', server).href,
  token: new URL('/v2/oauth/token/', server).href,
  scopes: [
    { name: 'user.info.basic', why: 'to see whose account this is' },
    { name: 'video.publish', why: 'to post' },
    { name: 'video.upload', why: 'to send drafts to your inbox' },
  ],
  separator: ',',
  client: 'form',
  clientIdName: 'client_key',
  pkce: true,
  challenge: 'hex',
})
