import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

/** What a person fills in, and all that is kept. */
export const foremSettings = z.strictObject({
  server: z
    .string()
    .trim()
    .transform((typed) => (/^[a-z]+:\/\//i.test(typed) ? typed : `https://${typed}`))
    .pipe(
      z
        .url({ protocol: /^https?$/, error: 'Use an address such as https://dev.to.' })
        .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.'),
    )
    .transform((url) => new URL(url).origin)
    .default('https://dev.to')
    .meta({ title: 'Site', description: 'dev.to, or another one that runs Forem.', examples: ['https://dev.to'] }),
})

export type ForemSettings = z.infer<typeof foremSettings>
