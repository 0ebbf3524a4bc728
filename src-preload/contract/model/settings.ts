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
  /** The HTTP API of the desktop app; the headless server always has it. */
  http: z.object({ enabled: z.boolean(), port: z.int().min(0).max(65_535) }),
  /** What an assistant may do: look, write drafts, or publish as well. */
  assistants: z.enum(['off', 'read', 'draft', 'publish']),
  /** Who composes suggestions: Posthorn's own templates, or a server that speaks the OpenAI protocol. */
  writing: z.object({
    provider: z.enum(['built-in', 'server']),
    /** Base address up to `/v1`, and the model's name there; empty until chosen. */
    url: z.string().max(500),
    model: z.string().max(200),
  }),
  /** Whether addresses of the own network may be read for link cards, assets and media. */
  privateAddresses: z.boolean(),
})
export type Settings = z.infer<typeof settings>

/** A change of settings: what is left out stays. */
export const settingsChange = settings.partial()
