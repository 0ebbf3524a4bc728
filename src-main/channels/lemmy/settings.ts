import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'
import { communityName } from '../rules/lemmy.ts'

/** What a person fills in. */
export const lemmyForm = z.strictObject({
  server: z
    .string('Enter the address of the server.')
    .trim()
    .transform((typed) => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
    .pipe(
      z
        .url({ protocol: /^https?$/, error: 'Use an address such as https://lemmy.world.' })
        .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.'),
    )
    .transform((url) => new URL(url).origin)
    .meta({ title: 'Server', description: 'Where your account is.', examples: ['https://lemmy.world'] }),
  username: z
    .string('Enter your name there.')
    .trim()
    .min(1, 'Enter your name there.')
    .meta({ title: 'User name', description: 'Or the e-mail address you sign in with.' }),
  community: communityName.meta({
    title: 'Community',
    description: 'Where posts go unless they say another.',
    examples: ['!books@lemmy.world'],
  }),
})

/** What is kept: with what the server told of itself and of the person. */
export const lemmySettings = lemmyForm.extend({
  told: z
    .object({
      personId: z.int(),
      person: z.string(),
      /** What the server's own filter refuses; null: it has none. */
      slurs: z.string().nullable(),
      nsfw: z.boolean(),
      /** Seconds until another post may be made once too many were. */
      pause: z.number(),
    })
    .optional(),
})
export type LemmySettings = z.infer<typeof lemmySettings>
