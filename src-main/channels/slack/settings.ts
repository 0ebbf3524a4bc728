import { z } from 'zod'

/** All that a webhook is stands in its address, and that is the secret. */
export const slackSettings = z.strictObject({})
export type SlackSettings = z.infer<typeof slackSettings>
