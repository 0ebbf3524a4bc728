import { z } from 'zod'

/** A JSON Schema of an account's settings, from which the form and the CLI's flags are built. */
export const jsonSchema = z.record(z.string(), z.unknown())

/** What a stretch of text can be, beside plain. */
export const emphasisKind = z.enum(['bold', 'italic', 'strike', 'code', 'link'])
export type EmphasisKind = z.infer<typeof emphasisKind>

const most = z.number().positive()
/** Least and most; null: no limit on that side. */
const span = z.object({ least: z.number().nullable(), most: most.nullable() })
/** Lengths and sizes of a kind of file; null: nothing limits it, or the network does not tell. */
const fileRules = z.object({ mimes: z.array(z.string()), /** In bytes. */ maxBytes: most.nullable() })
const pictureRules = fileRules.extend({
  /** Pixels of the shorter and of the longer side. */
  sides: span,
  /** Width divided by height. */
  ratio: span,
})

/** What may stand together in a post. */
export const combination = z.object({
  /** Files in all. */
  media: z.object({ least: z.int().nonnegative(), most: z.int().nonnegative() }),
  images: z.int().nonnegative(),
  videos: z.int().nonnegative(),
  documents: z.int().nonnegative(),
  /** Images and videos side by side, not one or the other. */
  mixed: z.boolean(),
  words: z.enum(['needed', 'optional', 'not-shown']),
  /** The text must have a link. */
  link: z.boolean(),
  /** How long its video may be, in seconds. */
  seconds: span,
  /** Limits of its text in place of the network's; empty: the network's. */
  text: z.array(z.object({ max: z.int(), unit: z.string(), counted: z.string() })),
})
export type Combination = z.infer<typeof combination>

/** The rules of a channel as people read them; a server that tells other limits wins over them. */
export const channelAllows = z.object({
  /** All of them hold; empty: no limit. `counted`: how it counts, as a sentence. */
  text: combination.shape.text,
  /** A heading beside the text: the option of the name; where it is needed and not given, the first line. */
  title: z.object({ max: z.int(), needed: z.boolean(), option: z.string() }).nullable(),
  /** By what a post can be asked to be, such as `STORY`; null: when it is not asked to be anything. */
  content: z.array(z.object({ type: z.string().nullable(), takes: z.array(combination) })),
  images: pictureRules
    .extend({ /** Moving ones stay moving up to so many bytes. */ movingBytes: most.nullable(), moving: z.boolean() })
    .nullable(),
  videos: pictureRules.extend({ seconds: span, maxFrameRate: most.nullable() }).nullable(),
  documents: fileRules.nullable(),
  /** Descriptions of files: how long, and whether a longer one is refused; null: it has no place for them. */
  alt: z.object({ max: z.int().nullable(), held: z.boolean() }).nullable(),
  /** So often in a text at most; null: no limit. */
  hashtags: z.int().nullable(),
  mentions: z.int().nullable(),
  /** What a text must not have, in words. */
  never: z.string().nullable(),
  /** What an account publishes to one of, such as `page`. */
  destinations: z.string().nullable(),
  editMakesId: z.boolean(),
  /** How far ahead its own schedule wants a post; null: it has none. */
  scheduleMinutes: z.int().nonnegative().nullable(),
  /** Each account's server may have limits of its own, which hold in its place. */
  perAccount: z.boolean(),
  sources: z.array(z.string()),
  /** The day they were read, as `2026-11-22`. */
  read: z.string(),
})
export type ChannelAllows = z.infer<typeof channelAllows>

/** Where a network hides the rest of a text behind a word such as `more`: after so much of it, whichever comes first. */
export const fold = z.object({
  characters: z.int().positive().nullable(),
  lines: z.int().positive().nullable(),
  /** Seen there, not documented: it differs between screens. */
  about: z.boolean(),
  source: z.string(),
})
export type Fold = z.infer<typeof fold>

/**
 * How a post stands there: a `post` with its files below the words, a `picture` or a `film` with the words below it, a
 * `pin` on a board, an `article` with a heading, a `message` in a conversation, a `mail`.
 */
export const look = z.object({
  as: z.enum(['post', 'picture', 'film', 'pin', 'article', 'message', 'mail']),
  /** Several files: in a block, one after the other by swiping, or below each other. */
  several: z.enum(['grid', 'carousel', 'column']),
  /** The words stand below the files. */
  filesFirst: z.boolean(),
})
export type Look = z.infer<typeof look>

/**
 * What a channel is known by at a glance: its own sign as path data of SVG, filled, on a board of 24 by 24; or, where no
 * network is meant, one of three plain ones; or null, and its two letters stand for it. `colour` is the ground, `#rrggbb`.
 */
export const mark = z.object({
  letters: z.string().max(2),
  colour: z.string(),
  glyph: z
    .union([
      z.object({ path: z.string().regex(/^[Mm][\dMmLlHhVvCcSsQqTtAaZzEe\s,.+-]{1,4000}$/) }),
      z.object({ icon: z.enum(['folder', 'envelope', 'hand']) }),
    ])
    .nullable(),
})
export type Mark = z.infer<typeof mark>

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
  mark,
  /**
   * Where each account of it stands for some other network: the setting that names which, and the marks by what it says.
   * One that is not among them bears the channel's own.
   */
  standsFor: z.object({ setting: z.string(), marks: z.record(z.string(), mark) }).nullable(),
  /**
   * JSON Schema (draft 2020-12) of the settings, an object. Each property carries `title`, `description`, and may
   * carry `default`, `format: uri | directory | multiline`, `examples`.
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
  /**
   * JSON Schema of the options that a target may carry, an object; null: it knows none. A property with `needed: true` is
   * to be said for every post.
   */
  options: jsonSchema.nullable(),
  media: z.object({ max: z.int(), mimes: z.array(z.string()), altMax: z.int().nullable() }),
  allows: channelAllows,
  /** Null: it shows all of a text, or nobody knows where it does not. */
  fold: fold.nullable(),
  look,
})
export type ChannelDescriptor = z.infer<typeof channelDescriptor>
