import { z } from 'zod'
import { zoneName } from './common.ts'
import { lateness } from './post.ts'

/** What the person chose for the whole app. */
export const settings = z.object({
  appearance: z.enum(['system', 'light', 'dark']),
  zone: zoneName,
  lateness,
  /** Nothing is sent while paused; due items wait and say so. */
  paused: z.boolean(),
  notify: z.object({ published: z.boolean(), failed: z.boolean(), missed: z.boolean() }),
  /** What to do where the system has no keychain; `ask` refuses to keep a secret until the person has chosen. */
  withoutKeychain: z.enum(['ask', 'key-file', 'until-quit']),
})
export type Settings = z.infer<typeof settings>

/** A change of settings: what is left out stays. */
export const settingsChange = settings.partial()
