import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

/** What a person fills in. */
export const blueskyForm = z.strictObject({
  service: z
    .url({ protocol: /^https?$/, error: 'Use an address such as https://bsky.social.' })
    .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.')
    .default('https://bsky.social')
    .meta({ title: 'Server', description: 'Where the account lives. Most accounts live on bsky.social.' }),
  identifier: z
    .string('Enter the handle of the account.')
    .trim()
    .min(1, 'Enter the handle of the account.')
    .max(320)
    .transform((typed) => typed.replace(/^@/, ''))
    .meta({ title: 'Handle', description: 'Your handle, or your e-mail address.', examples: ['alice.bsky.social'] }),
})

/** What is kept: with the account's permanent identifier, which outlives a change of handle. */
export const blueskySettings = blueskyForm.extend({ did: z.string().startsWith('did:').optional() })
export type BlueskySettings = z.infer<typeof blueskySettings>
