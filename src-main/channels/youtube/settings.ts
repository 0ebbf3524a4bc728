import { googleForm, serverOf } from '../google/sign-in.ts'
import { z } from 'zod'

const YOUTUBE_SERVER = 'https://www.googleapis.com'

/** What is kept: with the channel that the account has, and the list of what was uploaded to it. */
export const youtubeSettings = googleForm.extend({
  server: serverOf(YOUTUBE_SERVER),
  channelId: z.string().optional(),
  uploads: z.string().optional(),
})
export type YoutubeSettings = z.infer<typeof youtubeSettings>
