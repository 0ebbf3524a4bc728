import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

export const USER = /^@[^\s:]+:[^\s/]+$/

/** A room as people have it at hand: its address, or a link to it. */
const toAddress = (typed: string): string => {
  const linked = /matrix\.to\/#\/([^/?]+)/.exec(typed)?.[1] ?? typed
  try {
    return decodeURIComponent(linked)
  } catch {
    return linked
  }
}

/** What a person fills in. */
export const matrixForm = z.strictObject({
  account: z
    .string('Enter your Matrix address.')
    .trim()
    .transform((typed) => (typed.startsWith('@') || /^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
    .pipe(
      z.union([
        z.string().regex(USER),
        z
          .url({ protocol: /^https?$/ })
          .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.')
          .refine((url) => URL.canParse(url) && new URL(url).username === '', 'Leave out the name and password.'),
      ]),
    )
    .meta({
      title: 'Matrix address',
      description: 'Your own, or that of your server.',
      examples: ['@me:example.org', 'https://matrix.example.org'],
    }),
  room: z
    .string('Enter the address of the room.')
    .trim()
    .transform(toAddress)
    .pipe(z.string().regex(/^(#[^\s:]+:\S+|!\S+)$/, 'Use an address such as #news:example.org.'))
    .meta({
      title: 'Room',
      description: 'Its address or its id; your account must be in it, and it must not be encrypted.',
      examples: ['#news:example.org'],
    }),
  by: z
    .enum(['token', 'password'])
    .default('token')
    .meta({ title: 'Sign in with', description: 'token: an access token; password: the password of the account.' }),
})

/** What is kept: with where the server is, who the account is, which room it is, and how large a file may be, in bytes. */
export const matrixSettings = matrixForm.extend({
  base: z
    .url()
    .refine((url) => isTrustworthy(url))
    .optional(),
  user: z.string().optional(),
  roomId: z.string().optional(),
  uploadBytes: z.int().positive().optional(),
})
export type MatrixSettings = z.infer<typeof matrixSettings>
