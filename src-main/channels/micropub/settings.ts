import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

/** What a person fills in. */
export const micropubForm = z.strictObject({
  site: z
    .string('Enter the address of the site.')
    .trim()
    .transform((typed) => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
    .pipe(
      z
        .url({ protocol: /^https?$/, error: 'Use an address such as https://me.example.' })
        .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a site on this computer.')
        .refine((url) => URL.canParse(url) && new URL(url).username === '', 'Leave out the name and password.'),
    )
    .meta({
      title: 'Site',
      description: 'Your own address: its front page says where posts are taken.',
      examples: ['me.example'],
    }),
})

const place = z.url().refine((url) => isTrustworthy(url))

/** How the site signs people in, and the address by which Posthorn was named there. */
export const signInPlaces = z.object({
  clientId: z.url(),
  /** Who the person says to be. */
  me: z.url(),
  authorization: place,
  token: place,
  issuer: z.string().optional(),
})
export type SignInPlaces = z.infer<typeof signInPlaces>

/** What the site tells of itself. */
export const offers = z.object({
  syndicateTo: z.array(z.object({ uid: z.string(), name: z.string() })),
  /** Kinds of posts that it knows; none: it does not tell. */
  types: z.array(z.string()),
  categories: z.array(z.string()),
})
export type Offers = z.infer<typeof offers>

/** What is kept: with where the site takes posts and files, and what it told of itself. */
export const micropubSettings = micropubForm.extend({
  endpoint: place.optional(),
  media: place.optional(),
  offers: offers.optional(),
  signIn: signInPlaces.optional(),
})
export type MicropubSettings = z.infer<typeof micropubSettings>
