import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

export const FACEBOOK_SERVER = 'https://graph.facebook.com'
export const THREADS_SERVER = 'https://graph.threads.net'

/** What a person fills in: which app of theirs asks. */
export const metaForm = (title: string, description: string) =>
  z.strictObject({
    clientId: z
      .string(`Enter the ${title}.`)
      .trim()
      .regex(/^\d{5,25}$/, `The ${title} is a number.`)
      .meta({ title, description, examples: ['1234567890123456'] }),
  })

/** Where the network is asked: at its maker. */
export const serverAt = (server: string) =>
  z
    .url({ protocol: /^https?$/ })
    .refine((url) => isTrustworthy(url), 'Use https.')
    .default(server)

export const facebookAppForm = metaForm(
  'App ID',
  'Of your own app at developers.facebook.com: App settings > Basic. The same one serves Facebook and Instagram.',
)

/** What is kept of an account that signs in by Facebook: Facebook's own, and Instagram's. */
export const facebookAppSettings = facebookAppForm.extend({ server: serverAt(FACEBOOK_SERVER) })
export type FacebookAppSettings = z.infer<typeof facebookAppSettings>
