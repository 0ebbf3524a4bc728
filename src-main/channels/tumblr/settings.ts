import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import type { Provider } from '../kit/oauth/provider.ts'

const TUMBLR_SERVER = 'https://api.tumblr.com'
/** Where people agree: on the site, not where programs ask. */
const AUTHORIZATION = 'https://www.tumblr.com/oauth2/authorize'

/** What a person fills in: the app of their own at Tumblr. */
export const tumblrForm = z.strictObject({
  clientId: z
    .string('Enter the consumer key.')
    .trim()
    .min(1, 'Enter the consumer key.')
    .meta({ title: 'OAuth Consumer Key', description: 'The page of your app at tumblr.com/oauth/apps shows it.' }),
})

/** What is kept beside it; people never see the server. `blog`: the person's first one, by name. */
export const tumblrSettings = tumblrForm.extend({
  server: z
    .url({ protocol: /^https?$/ })
    .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.')
    .default(TUMBLR_SERVER),
  blog: z.string().optional(),
})
export type TumblrSettings = z.infer<typeof tumblrSettings>

/** tumblr/docs api.md, OAuth2 Authorization: addresses, scopes, tokens of 42 minutes that are renewed. */
export const tumblrProvider = ({ server }: TumblrSettings): Provider => ({
  name: 'Tumblr',
  authorization: server === TUMBLR_SERVER ? AUTHORIZATION : new URL('/oauth2/authorize', server).href,
  token: new URL('/v2/oauth2/token', server).href,
  scopes: [
    { name: 'basic', why: 'To see your blogs and what stands on them.' },
    { name: 'write', why: 'To make, change and delete posts.' },
    { name: 'offline_access', why: 'To stay signed in: without it you sign in every hour.' },
  ],
  client: 'form',
  pkce: true,
})
