import { z } from 'zod'
import { account } from './model/account.ts'
import { channelDescriptor } from './model/channel.ts'
import { accountId, itemId, mediaId, page, postId, zoneName } from './model/common.ts'
import { attempt, item, itemState } from './model/item.ts'
import { media } from './model/media.ts'
import { content, lateness, post, target, targetCheck, when } from './model/post.ts'
import { featureQuota } from './model/quota.ts'
import { settings, settingsChange } from './model/settings.ts'
import { status } from './model/status.ts'

const nothing = z.object({}).strict()
const done = z.object({ done: z.literal(true) })

/** A post as it is being written. `postId` left out makes a new one. */
const written = content.partial().extend({
  postId: postId.optional(),
  targets: z.array(target).max(100).optional(),
  zone: zoneName.optional(),
  lateness: lateness.nullable().optional(),
})

/** An item as the queue shows it: with the words it will send and its account's name. */
export const itemRow = item.extend({
  text: z.string(),
  account: z.string(),
  mediaIds: z.array(mediaId),
  tags: z.array(z.string()),
})
export type ItemRow = z.infer<typeof itemRow>

/** An item's whole story. */
export const itemStory = itemRow.extend({ history: z.array(attempt) })
export type ItemStory = z.infer<typeof itemStory>

/**
 * Every method there is: name -> what goes in, what comes out. IPC, HTTP and the CLI are derived from this table; a
 * handler that is missing does not compile.
 */
export const methods = {
  'posts.save': { input: written.strict(), output: post },
  'posts.get': { input: z.object({ postId }).strict(), output: post },
  'posts.list': {
    input: z
      .object({
        /** Full-text search; empty: everything. */
        search: z.string().max(500).optional(),
        /** Only posts none of whose items left the draft state. */
        drafts: z.boolean().optional(),
        limit: z.int().min(1).max(200).default(50),
        cursor: z.string().max(200).optional(),
      })
      .strict(),
    output: page(post),
  },
  'posts.check': { input: written.strict(), output: z.object({ targets: z.array(targetCheck) }) },
  /** Publishes or schedules every target that is neither published nor on its way, all or none. */
  'posts.schedule': { input: z.object({ postId, when }).strict(), output: post },
  /** Hides the post for 30 days, then purges it; what is scheduled is cancelled. Live posts stay where they are. */
  'posts.delete': { input: z.object({ postId }).strict(), output: done },
  'posts.restore': { input: z.object({ postId }).strict(), output: post },

  'items.list': {
    input: z
      .object({
        states: z.array(itemState).min(1).optional(),
        accountId: accountId.optional(),
        search: z.string().max(500).optional(),
        /** `soonest`: what is due first comes first; `latest`: by time, newest first. */
        order: z.enum(['soonest', 'latest']).default('latest'),
        limit: z.int().min(1).max(200).default(50),
        cursor: z.string().max(200).optional(),
      })
      .strict(),
    output: page(itemRow),
  },
  'items.get': { input: z.object({ itemId }).strict(), output: itemStory },
  'items.cancel': { input: z.object({ itemId }).strict(), output: item },
  'items.reschedule': { input: z.object({ itemId, when }).strict(), output: item },
  /** Sends a failed item again, or a waiting one without further waiting. */
  'items.retry': { input: z.object({ itemId }).strict(), output: item },
  /** The person's word on an item whose answer was lost: it is there, or it is not and may be sent again. */
  'items.settle': {
    input: z.object({ itemId, found: z.boolean(), url: z.url().optional() }).strict(),
    output: item,
  },
  /** Changes the text of a published item where it stands, on channels that can. */
  'items.edit': { input: z.object({ itemId, text: z.string().max(100_000) }).strict(), output: item },
  /** Takes a published item down from its channel. */
  'items.unpublish': { input: z.object({ itemId }).strict(), output: item },

  'accounts.list': { input: nothing, output: z.object({ entries: z.array(account) }) },
  /** Checks the credential with the channel before anything is stored. */
  'accounts.add': {
    input: z
      .object({
        channel: z.string().min(1),
        name: z.string().trim().min(1, 'Give the account a name.').max(100),
        settings: z.record(z.string(), z.unknown()),
        secret: z.string().max(10_000).optional(),
      })
      .strict(),
    output: account,
  },
  /** A new secret or new settings for an account, checked; what was held for it is released. */
  'accounts.reconnect': {
    input: z
      .object({
        accountId,
        settings: z.record(z.string(), z.unknown()).optional(),
        secret: z.string().max(10_000).optional(),
      })
      .strict(),
    output: account,
  },
  'accounts.rename': {
    input: z.object({ accountId, name: z.string().trim().min(1).max(100) }).strict(),
    output: account,
  },
  'accounts.check': { input: z.object({ accountId }).strict(), output: account },
  /** Forgets the secret; what waits for the account is held until it is connected again. */
  'accounts.disconnect': { input: z.object({ accountId }).strict(), output: account },

  'channels.list': { input: nothing, output: z.object({ entries: z.array(channelDescriptor) }) },

  /** Copies a file in. `data` is base64. */
  'media.add': {
    input: z
      .object({
        name: z.string().min(1).max(255),
        data: z.string().min(1, 'The file is empty.').max(140_000_000, 'A file can be at most 100 MB.'),
      })
      .strict(),
    output: media,
  },
  'media.get': { input: z.object({ mediaId }).strict(), output: media },

  'settings.get': { input: nothing, output: settings },
  'settings.update': { input: settingsChange.strict(), output: settings },
  'quota.get': { input: nothing, output: z.object({ features: z.array(featureQuota) }) },
  'status.get': { input: nothing, output: status },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Methods = typeof methods
export type MethodName = keyof Methods
/** What a caller may leave out has been left out. */
export type Input<M extends MethodName> = z.input<Methods[M]['input']>
/** What a handler gets, defaults filled in. */
export type Parsed<M extends MethodName> = z.output<Methods[M]['input']>
export type Output<M extends MethodName> = z.output<Methods[M]['output']>
