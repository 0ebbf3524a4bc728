import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

/** What a person fills in. */
export const mastodonForm = z.strictObject({
  server: z
    .string('Enter the address of the server.')
    .trim()
    .transform((typed) => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
    .pipe(
      z
        .url({ protocol: /^https?$/, error: 'Use an address such as https://mastodon.social.' })
        .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.'),
    )
    .meta({
      title: 'Server',
      description: 'Where the account lives: Mastodon, or a server that speaks its language.',
      examples: ['https://mastodon.social'],
    }),
})

export const count = z.int().positive()

/** What a server says it takes; what it does not say is left out. Sizes in bytes, times in seconds. */
export const serverLimits = z.object({
  characters: count.optional(),
  /** What an address counts; null: the server does not shorten it. */
  link: count.nullable(),
  media: z.int().nonnegative().optional(),
  alt: count.optional(),
  mimes: z.array(z.string()).optional(),
  imageBytes: count.optional(),
  imagePixels: count.optional(),
  videoBytes: count.optional(),
  choices: count.optional(),
  choiceCharacters: count.optional(),
  pollSeconds: z.tuple([z.int().nonnegative(), count]).optional(),
  /** The version of the interface that Mastodon itself counts; others leave it out. */
  api: count.optional(),
})
export type ServerLimits = z.infer<typeof serverLimits>

/** What is kept: with who the account is on its server, and what the server takes. */
export const mastodonSettings = mastodonForm.extend({
  account: z
    .object({
      id: z.string(),
      /** Its posts go to followers alone when nothing else is said. */
      hidden: z.boolean(),
    })
    .optional(),
  limits: serverLimits.optional(),
})
export type MastodonSettings = z.infer<typeof mastodonSettings>
