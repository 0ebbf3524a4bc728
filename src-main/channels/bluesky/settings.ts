import { z } from 'zod'
import { isTrustworthy } from '../kit/is-trustworthy.ts'

const address = z
  .url({ protocol: /^https?$/, error: 'Use an address such as https://bsky.social.' })
  .refine((url) => isTrustworthy(url), 'Use https; plain http is only for a server on this computer.')

/** What a person fills in. */
export const blueskyForm = z.strictObject({
  service: address
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

/**
 * What is kept: with the account's permanent identifier, which outlives a change of handle, and where the services of the
 * network are that people do not choose.
 */
export const blueskySettings = blueskyForm.extend({
  did: z.string().startsWith('did:').optional(),
  /** The directory of identities. */
  directory: address.optional(),
  /** Where people and posts of the whole network are looked up without an account. */
  appView: address.optional(),
  /** What makes videos ready; null: they go to the account's server as they are. */
  video: address.nullable().optional(),
})
export type BlueskySettings = z.infer<typeof blueskySettings>

export const appViewOf = ({ appView }: BlueskySettings): string => appView ?? 'https://public.api.bsky.app'

export const directoryOf = ({ directory }: BlueskySettings): string => directory ?? 'https://plc.directory'

/** Null where there is none to be had: it fetches nothing from a server that only this computer reaches. */
export const videoServiceOf = ({ video, service }: BlueskySettings): string | null => {
  if (video !== undefined) return video
  return service.startsWith('https:') ? 'https://video.bsky.app' : null
}
