import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

export const X_SERVER = 'https://api.x.com'

/** What a person fills in. */
export const xForm = z.strictObject({
  clientId: z
    .string('Enter the Client ID of your app.')
    .trim()
    .min(1, 'Enter the Client ID of your app.')
    .max(200)
    .meta({
      title: 'Client ID',
      description: 'Of your own developer app: Developer Console > your app > Keys and tokens > OAuth 2.0.',
    }),
})

/** What is kept: with who the account is, and whether it has longer texts. `server`: another one for tests only. */
export const xSettings = xForm.extend({
  server: z
    .url({ protocol: /^https?$/ })
    .refine((url) => isTrustworthy(url), 'Use https.')
    .default(X_SERVER),
  account: z.object({ id: z.string().regex(/^\d{1,19}$/), username: z.string() }).optional(),
  premium: z.boolean().optional(),
})
export type XSettings = z.infer<typeof xSettings>
