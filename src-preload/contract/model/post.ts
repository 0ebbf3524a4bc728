import { z } from 'zod'
import { accountId, instant, postId, slotPlanId, wallTime, zoneName } from './common.ts'
import { emphasisKind } from './channel.ts'
import { attachment, mediaChange } from './media.ts'
import { channelOptions, item, override } from './item.ts'
import { maybeTold } from './told.ts'

/** A post's status is derived from its items, never stored. */
export const postStatus = z.enum(['draft', 'scheduled', 'publishing', 'published', 'partial', 'failed', 'cancelled'])
export type PostStatus = z.infer<typeof postStatus>

/** What to do with an item that could not be sent at its time because the app was closed or asleep. */
export const lateness = z.object({
  /** Published all the same when at most this late, in minutes. */
  withinMinutes: z.int().nonnegative().max(525_600),
  /**
   * Later than that: `ask` keeps it as missed until the person decides; `publish` sends it however late; `skip` cancels it;
   * `next-slot` moves it to the next free slot.
   */
  then: z.enum(['ask', 'publish', 'skip', 'next-slot']),
})
export type Lateness = z.infer<typeof lateness>

/** What is written: the part of a post that is the same for every target unless overridden. */
export const content = z.object({
  text: z.string().max(100_000, 'A post can hold at most 100,000 characters.'),
  media: z.array(attachment).max(100),
  /** Split long text into a thread where the channel has threads; a line of three dashes breaks by hand. */
  thread: z.boolean(),
  /** Number the parts of a thread: `1/3`. */
  numbered: z.boolean(),
  /** Read `**bold**`, `*italic*`, `~~strike~~`, `` `code` `` and `[words](address)` as emphasis, where a channel has it. */
  rich: z.boolean(),
  tags: z.array(z.string().min(1).max(64)).max(50),
  /** Refuse media that break a channel's limits instead of fitting them to it. */
  strict: z.boolean(),
  /** By channel key, what its targets are told. Naming a channel replaces its options whole; the others stay. */
  options: z.record(z.string().min(1).max(64), channelOptions),
})
export type Content = z.infer<typeof content>

/** A target: an account, and what it says differently. */
export const target = z.object({ accountId, override: override.default({}) })
export type Target = z.infer<typeof target>

/** What a person writes once; its items carry it to the accounts. */
export const post = content.extend({
  id: postId,
  status: postStatus,
  /** The zone its times are written in. */
  zone: zoneName,
  /** Null: as the settings say. */
  lateness: lateness.nullable(),
  items: z.array(item),
  /** Made on the channel itself and read from there: it cannot be changed here. */
  external: z.boolean(),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: instant.nullable(),
})
export type Post = z.infer<typeof post>

/** When to publish: at once, in so many seconds, or at a wall time in a zone (an instant with offset is that instant). */
export const when = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('now') }),
  z.object({ kind: z.literal('in'), seconds: z.number().nonnegative().max(31_536_000) }),
  z.object({ kind: z.literal('at'), wall: wallTime, zone: zoneName }),
  /** The next free slot of a plan; left out: of the first plan. Taken when it is saved, so no two posts get the same. */
  z.object({ kind: z.literal('slot'), planId: slotPlanId.optional() }),
  z.object({ kind: z.literal('instant'), at: z.iso.datetime({ offset: true }), zone: zoneName }),
])
export type When = z.infer<typeof when>

/** One thing to know before sending, with its place. */
export const problem = z.object({
  severity: z.enum(['error', 'warning']),
  code: z.string(),
  message: z.string(),
  next: z.string(),
  field: z.enum(['text', 'media', 'account', 'options']),
  /** Which of the channel's options it is about, where it is about one. */
  option: z.string().optional(),
  /** Index into the text, in UTF-16 units, where the trouble starts. */
  at: z.int().nonnegative().optional(),
  /** What both sentences say, for other languages than theirs. */
  told: maybeTold,
})
export type Problem = z.infer<typeof problem>

/** A stretch of text with a meaning; indices in UTF-16 units, end exclusive. */
export const textRange = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  kind: z.enum(['link', 'mention', 'tag']),
  href: z.string(),
})
export type TextRange = z.infer<typeof textRange>

/** A stretch of text that stands out there; indices as above. */
export const emphasised = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  kind: emphasisKind,
  /** Of a link. */
  href: z.string().optional(),
})

/** How a target will look and whether it will be accepted: counters, problems, preview. */
export const targetCheck = z.object({
  accountId,
  problems: z.array(problem),
  /** In the channel's own count, for the part that is fullest; null where there is no limit. */
  count: z.object({ used: z.int(), max: z.int(), unit: z.string() }).nullable(),
  /** What will stand on the channel: one part, or a thread's parts. */
  parts: z.array(
    z.object({ text: z.string(), ranges: z.array(textRange), emphasis: z.array(emphasised), used: z.int() }),
  ),
  /** A page the channel will show as a card, the first link where it makes one. */
  card: z.string().nullable(),
  /** What will be done to its media so that the channel takes them. */
  changes: z.array(mediaChange),
})
export type TargetCheck = z.infer<typeof targetCheck>
