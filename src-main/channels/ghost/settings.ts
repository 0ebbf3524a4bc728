import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

/** What a person fills in. */
export const ghostForm = z.strictObject({
  site: z
    .string('Enter the address of the site.')
    .trim()
    .transform((typed) => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
    .pipe(
      z
        .url({ protocol: /^https?$/, error: 'Use an address such as https://blog.ghost.io.' })
        .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a site on this computer.')
        .refine((url) => URL.canParse(url) && new URL(url).username === '', 'Leave out the name and password.'),
    )
    .meta({
      title: 'API URL',
      description: 'As Ghost shows it beside the key.',
      examples: ['https://blog.ghost.io'],
    }),
})

/** What is kept: with where the site's Admin API is. */
export const ghostSettings = ghostForm.extend({
  root: z
    .url()
    .refine((url) => isTrustworthy(url))
    .optional(),
})
export type GhostSettings = z.infer<typeof ghostSettings>
