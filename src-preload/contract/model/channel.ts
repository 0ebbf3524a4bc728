import { z } from 'zod'

/** A JSON Schema of an account's settings, from which the form and the CLI's flags are built. */
export const jsonSchema = z.record(z.string(), z.unknown())

/** What a stretch of text can be, beside plain. */
export const emphasisKind = z.enum(['bold', 'italic', 'strike', 'code', 'link'])
export type EmphasisKind = z.infer<typeof emphasisKind>

/** What a channel is and can do, told without naming it in code: all that the interface knows of a network. */
export const channelDescriptor = z.object({
  /** Stable key, such as `bluesky`. */
  key: z.string(),
  /** The name people know. */
  name: z.string(),
  /** One sentence for the list of channels. */
  summary: z.string(),
  /**
   * Whose it is: the person's `own` (a folder), `open` to whoever has an account, by a `token` that a page there gives
   * out, by an `app` of the person's own at the network, or `assisted`: the person posts, Posthorn prepares.
   */
  group: z.enum(['own', 'open', 'token', 'app', 'assisted']),
  /** How to get what it asks for, step by step. */
  guide: z.array(z.object({ text: z.string(), url: z.string().nullable() })),
  /** Whether it is connected by signing in there, in the browser. */
  signIn: z.boolean(),
  /** What to name there as the way back from signing in, where it must be named beforehand; else null. */
  redirect: z.string().nullable(),
  /** Two letters and a colour for the channel's mark. */
  mark: z.object({ letters: z.string().max(2), colour: z.string() }),
  /**
   * JSON Schema (draft 2020-12) of the settings, an object. Each property carries `title`, `description`, and may
   * carry `default`, `format: uri | directory`, `examples`.
   */
  settings: jsonSchema,
  /** The secret the account needs, or null: asked for once, kept in the keychain, never shown again. */
  secret: z
    .object({ title: z.string(), description: z.string(), /** It goes without. */ optional: z.boolean().optional() })
    .nullable(),
  /** What may be done to a published text: so long after publishing, so often; null where nothing limits it. */
  edits: z.object({ withinMinutes: z.int().positive().nullable(), max: z.int().positive().nullable() }).nullable(),
  can: z.object({
    thread: z.boolean(),
    edit: z.boolean(),
    unpublish: z.boolean(),
    /** Whether it can be asked if a post arrived, so that a lost answer is settled without the person. */
    lookup: z.boolean(),
    /** Whether the account's own recent posts can be read. */
    readBack: z.boolean(),
    /** Whether an account publishes to one of several pages or boards. */
    destinations: z.boolean(),
    /** Whether names can be looked up while a person types. */
    mentions: z.boolean(),
    /** Whether it can keep files for networks that fetch media by address. */
    host: z.boolean(),
    /** Whether it has a schedule of its own, which publishes with this computer shut. */
    handOver: z.boolean(),
  }),
  /** How much text it takes; null: no limit. The count itself comes from `posts.check`. */
  textLimit: z.object({ max: z.int(), unit: z.string() }).nullable(),
  /** What it can show of rich text. */
  emphasis: z.array(emphasisKind),
  /** Rolling limits that hold for each account: so many posts in so many seconds. */
  rates: z.array(z.object({ posts: z.int().positive(), seconds: z.int().positive() })),
  /** JSON Schema of the options that a target may carry, an object; null: it knows none. */
  options: jsonSchema.nullable(),
  media: z.object({ max: z.int(), mimes: z.array(z.string()), altMax: z.int().nullable() }),
})
export type ChannelDescriptor = z.infer<typeof channelDescriptor>
