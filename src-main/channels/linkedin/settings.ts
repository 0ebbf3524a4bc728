import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

export const LINKEDIN_SERVER = 'https://api.linkedin.com'

/** What a person fills in. */
export const linkedinForm = z.strictObject({
  clientId: z
    .string('Enter the Client ID of your app.')
    .trim()
    .min(1, 'Enter the Client ID of your app.')
    .max(200)
    .meta({ title: 'Client ID', description: 'Of your own developer app: My apps > your app > Auth.' }),
  pages: z.boolean().default(false).meta({
    title: 'Post as pages, too',
    description:
      'Only for an app with the product Community Management API, which LinkedIn grants on request; leave it off otherwise.',
  }),
})

/** What is kept: with who signed in. `server`: another one for tests only. */
export const linkedinSettings = linkedinForm.extend({
  server: z
    .url({ protocol: /^https?$/ })
    .refine((url) => isTrustworthy(url), 'Use https.')
    .default(LINKEDIN_SERVER),
  account: z.object({ urn: z.string().startsWith('urn:li:person:'), name: z.string() }).optional(),
})
export type LinkedinSettings = z.infer<typeof linkedinSettings>
