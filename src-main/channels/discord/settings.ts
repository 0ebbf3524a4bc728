import { z } from 'zod'

/** All that a webhook is stands in its address, and that is the secret. */
export const discordForm = z.strictObject({})

/** What is kept: the server the webhook belongs to, for links to what it posts. */
export const discordSettings = discordForm.extend({ guild: z.string().optional() })
export type DiscordSettings = z.infer<typeof discordSettings>
