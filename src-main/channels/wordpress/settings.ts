import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

/** What a person fills in. */
export const wordpressForm = z.strictObject({
  site: z
    .string('Enter the address of the site.')
    .trim()
    .transform((typed) => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
    .pipe(
      z
        .url({ protocol: /^https?$/, error: 'Use an address such as https://blog.example.' })
        .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a site on this computer.')
        .refine((url) => URL.canParse(url) && new URL(url).username === '', 'Leave out the name and password.'),
    )
    .meta({
      title: 'Site',
      description: 'The address of the site, as its readers know it.',
      examples: ['blog.example'],
    }),
  username: z
    .string('Enter your user name.')
    .trim()
    .min(1, 'Enter your user name.')
    .meta({ title: 'User name', description: 'The one you sign in with, or your e-mail address there.' }),
})

/** What is kept: with where the site's REST API is, and who the user is there. */
export const wordpressSettings = wordpressForm.extend({
  root: z
    .url()
    .refine((url) => isTrustworthy(url))
    .optional(),
  userId: z.int().positive().optional(),
})
export type WordPressSettings = z.infer<typeof wordpressSettings>
