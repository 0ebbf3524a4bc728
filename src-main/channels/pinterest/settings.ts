import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import type { Provider } from '../kit/oauth/provider.ts'

const PINTEREST_SERVER = 'https://api.pinterest.com'

/** What a person fills in: the app of their own at Pinterest. */
export const pinterestForm = z.strictObject({
  clientId: z
    .string('Enter the app ID.')
    .trim()
    .regex(/^\d+$/, 'The app ID is a number.')
    .meta({
      title: 'App ID',
      description: 'The page of your app at developers.pinterest.com has it.',
      examples: ['1480000'],
    }),
})

/** What is kept beside it; people never see the server. */
export const pinterestSettings = pinterestForm.extend({
  server: z
    .url({ protocol: /^https?$/ })
    .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.')
    .default(PINTEREST_SERVER),
})
export type PinterestSettings = z.infer<typeof pinterestSettings>

/** How Pinterest signs people in. */
export const pinterestProvider = ({ server }: PinterestSettings): Provider => ({
  name: 'Pinterest',
  authorization: server === PINTEREST_SERVER ? 'https://www.pinterest.com/oauth/' : new URL('/oauth/', server).href,
  token: new URL('/v5/oauth/token', server).href,
  scopes: [
    { name: 'user_accounts:read', why: 'to see whose account this is' },
    { name: 'boards:read', why: 'to list your boards' },
    { name: 'boards:write', why: 'to put pins on them' },
    { name: 'pins:read', why: 'to see what stands' },
    { name: 'pins:write', why: 'to make, change and delete pins' },
  ],
  separator: ',',
  client: 'header',
  pkce: true,
})
