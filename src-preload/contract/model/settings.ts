import { z } from 'zod'
import { accountId, zoneName } from './common.ts'
import { lateness } from './post.ts'

/** Where media are put for networks that fetch them by address; they are taken away again afterwards. */
export const relay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  /** A bucket of the S3 kind; its secret key is in the keychain (`relay.key`). */
  z.object({
    kind: z.literal('s3'),
    /** Base address of the service, such as `https://s3.eu-central-1.amazonaws.com`. */
    endpoint: z.url({ protocol: /^https?$/ }).max(500),
    region: z.string().max(100),
    bucket: z.string().min(1, 'Name the bucket.').max(200),
    /** Folder in the bucket; empty: none. */
    prefix: z.string().max(500),
    /** Where the bucket can be read by everybody, without the file's name; empty: by addresses that hold for a day. */
    publicUrl: z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(500)]),
    /** The bucket's name stands in the path and not in front of the host. */
    pathStyle: z.boolean(),
    accessKeyId: z.string().min(1, 'Enter the access key.').max(200),
  }),
  /** An account on a channel that can keep files for others. */
  z.object({ kind: z.literal('account'), accountId }),
])
export type RelayChoice = z.infer<typeof relay>

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
  relay,
  /** Whether addresses of the own network may be read for link cards, assets and media. */
  privateAddresses: z.boolean(),
  /** The interface's language; `system`: the computer's, where Posthorn speaks it. */
  language: z.enum(['system', 'en', 'de']),
  /** A second zone that the calendar shows beside the first. */
  secondZone: zoneName.nullable(),
  /** Keys that the person chose for commands, such as `queue.search` -> `Mod+F`; empty: none. What is left out keeps its own. */
  shortcuts: z.record(z.string().max(64), z.string().max(64)),
  /** Whether the desktop app starts, unseen, when the person signs in to the computer. */
  launchAtLogin: z.boolean(),
  /** Keys that open the quick-post window from anywhere, such as `Mod+Shift+Y`; null: none. */
  quickPostKeys: z.string().max(64).nullable(),
})
export type Settings = z.infer<typeof settings>

/** A change of settings: what is left out stays. */
export const settingsChange = settings.partial()
