import { z } from 'zod'
import { account, accountHealth } from './model/account.ts'
import { activity } from './model/activity.ts'
import { calendarDay, calendarRead, MOST_DAYS } from './model/calendar.ts'
import { channelDescriptor } from './model/channel.ts'
import {
  accountId,
  deliveryId,
  hookId,
  instant,
  itemId,
  keyId,
  mediaId,
  meterId,
  page,
  postId,
  signInId,
  slotPlanId,
  templateId,
  zoneName,
} from './model/common.ts'
import { failure } from './failure.ts'
import {
  importCheck,
  importId,
  importJob,
  importPlan,
  importRecord,
  importSource,
  separator,
} from './model/exchange.ts'
import { diagnostics, health } from './model/health.ts'
import { delivery, hook } from './model/hook.ts'
import { attempt, item, itemState, place } from './model/item.ts'
import { apiKey } from './model/key.ts'
import { media, pictureEdit } from './model/media.ts'
import { content, lateness, post, postStatus, target, targetCheck, when } from './model/post.ts'
import { readiness } from './model/readiness.ts'
import { feature, featureQuota, meter, meterState, quotaForecast } from './model/quota.ts'
import { signIn } from './model/sign-in.ts'
import { slotPlan, slotPreview } from './model/slot-plan.ts'
import { archiveJob, settled, snapshot, unreadableRow } from './model/snapshot.ts'
import { asset, assetSource, composed, language, suggestion, tone } from './model/writing.ts'
import { template } from './model/template.ts'
import { settings, settingsChange } from './model/settings.ts'
import { status } from './model/status.ts'

const nothing = z.object({}).strict()
const done = z.object({ done: z.literal(true) })
const passphrase = z.string().min(8, 'Use a passphrase of at least 8 characters.').max(1000)

/** A post as it is being written. `postId` left out makes a new one. */
const written = content.partial().extend({
  postId: postId.optional(),
  targets: z.array(target).max(100).optional(),
  zone: zoneName.optional(),
  lateness: lateness.nullable().optional(),
})

/** One result of several that were asked for at once; each stands for itself, in the order asked. */
const result = <I extends z.ZodType>(id: I) =>
  z.discriminatedUnion('ok', [z.object({ id, ok: z.literal(true) }), z.object({ id, ok: z.literal(false), failure })])
const results = <I extends z.ZodType>(id: I) => z.object({ results: z.array(result(id)) })

/** Which posts a list or the calendar shows. */
const about = {
  accountId: accountId.optional(),
  /** Key of a channel. */
  channel: z.string().max(64).optional(),
  /** Posts that have every one of these tags, without regard to case. */
  tags: z.array(z.string().min(1).max(64)).min(1).max(20).optional(),
  /** Only posts made on the channel itself, or none of them. */
  external: z.boolean().optional(),
}

/** What both lists can be narrowed by. Times are instants, both ends included. */
const narrowed = {
  /** Full-text search; empty: everything. */
  search: z.string().max(500).optional(),
  ...about,
  from: z.iso.datetime({ offset: true }).optional(),
  to: z.iso.datetime({ offset: true }).optional(),
  limit: z.int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
}

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
  /**
   * Saves what is written. With `when` it is scheduled in the same step, or nothing is saved. `once` is the caller's own
   * key: the same key within 24 hours makes one post and returns it, with another content it is refused.
   */
  'posts.save': {
    input: written.extend({ when: when.optional(), once: z.string().min(1).max(300).optional() }).strict(),
    output: post,
  },
  'posts.get': { input: z.object({ postId }).strict(), output: post },
  'posts.list': {
    input: z
      .object({
        ...narrowed,
        statuses: z.array(postStatus).min(1).optional(),
        /** Posts without any time, or only those with one. */
        unscheduled: z.boolean().optional(),
        /**
         * `changed`: what was changed last comes first; `made`: what was made last comes first, which stays as it is while
         * posts change. `from` and `to` ask for the time a post is set for: its first item's, else that of its making.
         */
        order: z.enum(['changed', 'made']).default('changed'),
      })
      .strict(),
    output: page(post),
  },
  'posts.check': { input: written.strict(), output: z.object({ targets: z.array(targetCheck) }) },
  /** Publishes or schedules every target that is neither published nor on its way, all or none. */
  'posts.schedule': {
    input: z
      .object({
        postId,
        when,
        /** Only these of its targets, at this time; left out: all, and those that have a time of their own at that. */
        accountIds: z.array(accountId).min(1).max(100).optional(),
      })
      .strict(),
    output: post,
  },
  /** Does the same to several posts, each for itself. */
  'posts.bulk': {
    input: z
      .object({
        postIds: z.array(postId).min(1).max(100, 'At most 100 posts at once.'),
        action: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('schedule'), when }),
          z.object({ kind: z.literal('delete') }),
          z.object({ kind: z.literal('restore') }),
          z.object({
            kind: z.literal('tag'),
            add: z.array(z.string().min(1).max(64)).max(50),
            remove: z.array(z.string()).max(50),
          }),
        ]),
      })
      .strict(),
    output: results(postId),
  },
  /** Hides the post for 30 days, then purges it; what is scheduled is cancelled. Live posts stay where they are. */
  'posts.delete': { input: z.object({ postId }).strict(), output: done },
  'posts.restore': { input: z.object({ postId }).strict(), output: post },

  'items.list': {
    input: z
      .object({
        ...narrowed,
        states: z.array(itemState).min(1).optional(),
        /** `soonest`: what is due first comes first; `latest`: by time, newest first. */
        order: z.enum(['soonest', 'latest']).default('latest'),
      })
      .strict(),
    output: page(itemRow),
  },
  'items.get': { input: z.object({ itemId }).strict(), output: itemStory },
  'items.cancel': { input: z.object({ itemId }).strict(), output: item },
  'items.reschedule': { input: z.object({ itemId, when }).strict(), output: item },
  /**
   * Puts a scheduled item before another one, or last of its account: the account's times stay where they are, and its
   * posts between move up or down by one. What its channel holds, and what is not scheduled, keeps its time; so does every
   * other account. Refused for what is sent or due, and before what is.
   */
  'items.reorder': {
    input: z.object({ itemId, before: itemId.nullable() }).strict(),
    output: z.object({
      moved: z.array(item),
      /** Where those stood before, for `items.restore`. */
      from: z.array(place),
    }),
  },
  /**
   * Gives items back the times and slots they had, all of them or none: the way back from a cancelled, moved or deleted
   * schedule. A slot that another post took meanwhile is made free: that post, and those right behind it, move to the next.
   */
  'items.restore': {
    input: z.object({ places: z.array(place).min(1).max(1000, 'At most 1,000 items at once.') }).strict(),
    output: z.object({ items: z.array(item) }),
  },
  /** Sends a failed item again, or a waiting one without further waiting. */
  'items.retry': { input: z.object({ itemId }).strict(), output: item },
  /** The person's word on an item whose answer was lost: it is there, or it is not and is sent again: at once, or `when`. */
  'items.settle': {
    input: z.object({ itemId, found: z.boolean(), url: z.url().optional(), when: when.optional() }).strict(),
    output: item,
  },
  /** Changes the text of a published item where it stands, on channels that can. */
  'items.edit': { input: z.object({ itemId, text: z.string().max(100_000) }).strict(), output: item },
  /** Takes a published item down from its channel. */
  'items.unpublish': { input: z.object({ itemId }).strict(), output: item },

  /** Does the same to several items, each for itself. */
  'items.bulk': {
    input: z
      .object({
        itemIds: z.array(itemId).min(1).max(100, 'At most 100 items at once.'),
        action: z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('cancel') }),
          z.object({ kind: z.literal('retry') }),
          z.object({ kind: z.literal('reschedule'), when }),
          /** Those of one account one after the other, in the order they were meant, with a pause between them. */
          z.object({ kind: z.literal('publish-now') }),
          /** Missed again: takes back what was decided about what was missed. */
          z.object({ kind: z.literal('put-back') }),
        ]),
      })
      .strict(),
    output: results(itemId),
  },
  /** What stands in each of so many days of a zone, and the slots in them that are free. */
  'calendar.read': {
    input: z
      .object({
        from: calendarDay,
        days: z.int().min(1).max(MOST_DAYS, `At most ${MOST_DAYS} days at once.`),
        /** Left out: the person's own. */
        zone: zoneName.optional(),
        /** How many items of each day are told; the others are counted. */
        limit: z.int().min(1).max(200).default(50),
        ...about,
        /** Left out: all but drafts and what was cancelled. */
        states: z.array(itemState).min(1).optional(),
      })
      .strict(),
    output: calendarRead,
  },
  /** Every tag in use, and on how many posts. */
  'tags.list': {
    input: nothing,
    output: z.object({ entries: z.array(z.object({ tag: z.string(), posts: z.int().positive() })) }),
  },

  'accounts.list': { input: nothing, output: z.object({ entries: z.array(account) }) },
  /** Checks the credential with the channel before anything is stored. By a sign-in, settings and secret are those it was begun with. */
  'accounts.add': {
    input: z
      .object({
        channel: z.string().min(1),
        name: z.string().trim().min(1, 'Give the account a name.').max(100),
        settings: z.record(z.string(), z.unknown()).default({}),
        secret: z.string().max(10_000).optional(),
        signInId: signInId.optional(),
      })
      .strict(),
    output: account,
  },
  /** A new secret, new settings or a sign-in for an account, checked; what was held for it is released. */
  'accounts.reconnect': {
    input: z
      .object({
        accountId,
        settings: z.record(z.string(), z.unknown()).optional(),
        secret: z.string().max(10_000).optional(),
        signInId: signInId.optional(),
      })
      .strict(),
    output: account,
  },
  /** Changes what the person decides about an account; what is left out stays. */
  'accounts.update': {
    input: account
      .pick({ name: true, aliases: true, creditsPerPost: true })
      .partial()
      .extend({
        accountId,
        /** Id of one of its destinations; null: the channel's own choice. */ destination: z
          .string()
          .nullable()
          .optional(),
      })
      .strict(),
    output: account,
  },
  /** The pages or boards that an account can publish to, asked live. */
  'accounts.destinations': {
    input: z.object({ accountId }).strict(),
    output: z.object({ entries: z.array(z.object({ id: z.string(), name: z.string() })) }),
  },
  /** Who or what a name being typed (without its sign) may mean on the account's channel, best first. */
  'accounts.mentions': {
    input: z.object({ accountId, typed: z.string().trim().min(1).max(100) }).strict(),
    output: z.object({
      entries: z.array(z.object({ id: z.string(), name: z.string(), handle: z.string(), insert: z.string() })),
    }),
  },
  /** How each account stands, and each channel that has none. */
  'accounts.health': { input: nothing, output: z.object({ entries: z.array(accountHealth) }) },
  /** Asks the channel whether the account still works. Where that cannot be asked, its `failure` says why. */
  'accounts.check': { input: z.object({ accountId }).strict(), output: account },
  /** The picture that the channel has of the account, made small (96 pixels a side, a few kB), in base64; null: there is none. */
  'accounts.picture': {
    input: z.object({ accountId }).strict(),
    output: z.object({ picture: z.object({ mime: z.string(), data: z.string() }).nullable() }),
  },
  /** Forgets the secret; what waits for the account is held until it is connected again. */
  'accounts.disconnect': { input: z.object({ accountId }).strict(), output: account },

  /**
   * Begins a sign-in by the browser: the person opens `url`, agrees there, and is sent back to `redirect` on the computer
   * that Posthorn runs on. For an account that there is, what is left out is what it has.
   */
  'signIns.start': {
    input: z
      .object({
        channel: z.string().min(1),
        settings: z.record(z.string(), z.unknown()).default({}),
        secret: z.string().max(10_000).optional(),
        accountId: accountId.optional(),
      })
      .strict(),
    output: z.object({ signInId, url: z.url(), redirect: z.url(), expiresAt: instant }),
  },
  'signIns.get': { input: z.object({ signInId }).strict(), output: signIn },
  /** The address that the browser ended at, where it could not reach this computer. A wrong one changes nothing. */
  'signIns.finish': { input: z.object({ signInId, address: z.string().trim().max(20_000) }).strict(), output: signIn },
  'signIns.cancel': { input: z.object({ signInId }).strict(), output: done },

  /** Reads an account's own recent posts from its channel, or every account's; what Posthorn sent is left out. */
  'external.read': {
    input: z.object({ accountId: accountId.optional() }).strict(),
    output: z.object({
      entries: z.array(
        z.object({ accountId, read: z.int().nonnegative(), added: z.int().nonnegative(), failure: failure.nullable() }),
      ),
    }),
  },

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
  /** Copies a file in from an address, so that it does not matter if it goes away there. */
  'media.fetch': { input: z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) }).strict(), output: media },
  /**
   * Makes a picture out of another: turned, then cut. The original stays, and what was made of it is changed by editing it
   * again; with the whole of it, unturned, the original itself comes back.
   */
  'media.edit': { input: pictureEdit.extend({ mediaId }).strict(), output: media },
  'media.get': { input: z.object({ mediaId }).strict(), output: media },

  'settings.get': { input: nothing, output: settings },
  'settings.update': { input: settingsChange.strict(), output: settings },
  /** What is left of each feature, and every meter: the person's own and those the channels set. */
  'quota.get': { input: nothing, output: z.object({ features: z.array(featureQuota), meters: z.array(meterState) }) },
  /** Sets a limit; with `meterId` it changes that one. One feature or account has at most one of a unit and window. */
  'quota.save': { input: meter.extend({ meterId: meterId.optional() }).strict(), output: meterState },
  'quota.remove': { input: z.object({ meterId }).strict(), output: done },
  /** What it would take to publish to these accounts then, before anything is saved. */
  'quota.forecast': {
    input: z.object({ accountIds: z.array(accountId).min(1).max(100), when, zone: zoneName.optional() }).strict(),
    output: z.object({ feature, entries: z.array(quotaForecast) }),
  },

  'slots.list': { input: nothing, output: z.object({ entries: z.array(slotPlan) }) },
  /** Makes a plan, or changes the one named; what already holds a slot keeps its time. */
  'slots.save': {
    input: slotPlan.pick({ name: true, zone: true, times: true }).extend({ planId: slotPlanId.optional() }).strict(),
    output: slotPlan,
  },
  'slots.remove': { input: z.object({ planId: slotPlanId }).strict(), output: done },
  /** The slots to come, taken and free. */
  'slots.preview': {
    input: z.object({ planId: slotPlanId.optional(), limit: z.int().min(1).max(200).default(10) }).strict(),
    output: z.object({ plan: slotPlan, entries: z.array(slotPreview) }),
  },

  /** Texts to begin with, and sets of hashtags, by name. */
  'templates.list': { input: nothing, output: z.object({ entries: z.array(template) }) },
  /** Makes one, or changes the one named. */
  'templates.save': {
    input: template.pick({ kind: true, name: true, text: true }).extend({ templateId: templateId.optional() }).strict(),
    output: template,
  },
  'templates.remove': { input: z.object({ templateId }).strict(), output: done },

  'keys.list': { input: nothing, output: z.object({ entries: z.array(apiKey) }) },
  /** The key itself is told here and never again. */
  'keys.create': {
    input: apiKey
      .pick({ name: true })
      .extend({ kind: apiKey.shape.kind.default('live') })
      .strict(),
    output: apiKey.extend({ key: z.string() }),
  },
  'keys.revoke': { input: z.object({ keyId }).strict(), output: apiKey },

  'hooks.list': { input: nothing, output: z.object({ entries: z.array(hook) }) },
  /** Makes or changes a webhook. Its secret is told when it is made and never again; with `newSecret` it gets another. */
  'hooks.save': {
    input: hook
      .pick({ url: true, events: true })
      .extend({ hookId: hookId.optional(), active: z.boolean().default(true), newSecret: z.boolean().default(false) })
      .strict(),
    output: hook.extend({ secret: z.string().nullable() }),
  },
  'hooks.remove': { input: z.object({ hookId }).strict(), output: done },
  /** What was sent, newest first. */
  'hooks.deliveries': {
    input: z
      .object({
        hookId: hookId.optional(),
        limit: z.int().min(1).max(200).default(50),
        cursor: z.string().max(200).optional(),
      })
      .strict(),
    output: page(delivery),
  },
  /** Sends a message once more, as a delivery of its own. */
  'hooks.redeliver': { input: z.object({ deliveryId }).strict(), output: delivery },
  /** Sends a message that says nothing but that it is a test. */
  'hooks.test': { input: z.object({ hookId }).strict(), output: delivery },

  /** Reads what a post can be made from. */
  'writing.assets': { input: assetSource, output: z.object({ entries: z.array(asset) }) },
  /** A picture of a page, to be shown: made small (at most 720 pixels a side, 120 kB), in base64; null: it is none. Nothing is kept. */
  'writing.picture': {
    input: z.object({ url: z.url({ protocol: /^https?$/ }).max(2000) }).strict(),
    output: z.object({ picture: z.object({ mime: z.string(), data: z.string() }).nullable() }),
  },
  /** Captions to choose from, at least three; each fits the channel. */
  'writing.text': {
    input: z
      .object({
        prompt: z.string().trim().min(1, 'Say what the post is about.').max(4000),
        tone: tone.default('neutral'),
        /** BCP 47, such as `en` or `pt-BR`; left out: that of the prompt. */
        language: language.optional(),
        channel: z.string().max(64).optional(),
        link: z.url().max(2000).optional(),
        hashtags: z.boolean().default(true),
        count: z.int().min(3).max(10).default(3),
      })
      .strict(),
    output: z.object({ suggestions: z.array(suggestion) }),
  },
  /** Ready content for each channel or account named; without any, for every account that can publish. */
  'writing.post': {
    input: z
      .object({
        assets: z
          .array(z.union([assetSource, asset]))
          .max(10)
          .default([]),
        channels: z.array(z.string().max(64)).max(50).optional(),
        accountIds: z.array(accountId).max(100).optional(),
        tone: tone.default('neutral'),
        language: language.optional(),
        hashtags: z.boolean().default(true),
      })
      .strict(),
    output: z.object({ contents: z.array(composed) }),
  },
  /** Keeps the key to the writing server in the keychain; null forgets it. */
  'writing.key': { input: z.object({ key: z.string().min(1).max(1000).nullable() }).strict(), output: done },
  /** Keeps the secret key of the relay's bucket in the keychain; null forgets it. */
  'relay.key': { input: z.object({ key: z.string().min(1).max(1000).nullable() }).strict(), output: done },
  /** Puts a small picture on the relay, fetches it from its public address and takes it away again. */
  'relay.test': { input: nothing, output: z.object({ url: z.string() }) },

  /** The copies of the database, newest first; `failure`: why the last one that was due could not be made. */
  'snapshots.list': {
    input: nothing,
    output: z.object({ entries: z.array(snapshot), folder: z.string(), failure: failure.nullable() }),
  },
  'snapshots.create': { input: nothing, output: snapshot },
  /** Puts a copy in place of the database, which becomes a snapshot itself. Nothing is sent twice by it. */
  'snapshots.restore': { input: z.object({ name: z.string().min(1).max(200) }).strict(), output: settled },
  /** Writes everything into one file on the computer that Posthorn runs on; passwords only under a passphrase. */
  'archive.export': {
    input: z.object({ path: z.string().min(1).max(4000), passphrase: passphrase.optional() }).strict(),
    output: archiveJob,
  },
  /** Puts such a file in place of everything here, which becomes a snapshot; refused without `replace` where there is anything. */
  'archive.import': {
    input: z
      .object({
        path: z.string().min(1).max(4000),
        passphrase: z.string().max(1000).optional(),
        replace: z.boolean().default(false),
      })
      .strict(),
    output: archiveJob,
  },
  /** The export or import that runs, or was the last one of this run. */
  'archive.job': { input: nothing, output: z.object({ job: archiveJob.nullable() }) },
  'archive.cancel': { input: nothing, output: done },
  /** Rows that cannot be read, the newest 500 of them. */
  'unreadable.list': { input: nothing, output: z.object({ entries: z.array(unreadableRow) }) },

  /** What was tried for all posts, newest first; those of deleted posts left out. */
  'activity.list': {
    input: z
      .object({
        accountId: accountId.optional(),
        /** Only what did not succeed. */
        problems: z.boolean().default(false),
        limit: z.int().min(1).max(200).default(50),
        cursor: z.string().max(200).optional(),
      })
      .strict(),
    output: page(activity),
  },
  /** What is likely to keep the posts of the days to come from going out as they were meant. */
  'readiness.get': {
    input: z.object({ days: z.int().min(1).max(31).default(7) }).strict(),
    output: readiness,
  },
  'health.get': { input: nothing, output: health },
  /** A text with all that helps to find a fault, to be looked through before it is sent to anybody. */
  'health.diagnostics': { input: nothing, output: diagnostics },

  /**
   * Reads posts out of a table, JSON, or a folder of Markdown (several files, or one zip with its pictures), and says what
   * was recognised. With `importId` what was given before is read anew, in another way.
   */
  'imports.read': {
    input: z
      .object({
        files: z
          .array(
            z.object({
              /** Its path within the folder, where it is of one. */
              name: z.string().min(1).max(1000),
              /** Base64; or `text`. */
              data: z.string().max(140_000_000, 'A file can be at most 100 MB.').optional(),
              text: z.string().max(50_000_000).optional(),
            }),
          )
          .min(1)
          .max(6000)
          .optional(),
        importId: importId.optional(),
        encoding: z.string().max(40).optional(),
        separator: separator.optional(),
        header: z.boolean().optional(),
      })
      .strict(),
    output: importSource,
  },
  /** Says what each row would become and what is wrong with it; changes nothing. */
  'imports.check': { input: z.object({ importId, plan: importPlan }).strict(), output: importCheck },
  /** Makes posts of all rows that are not left out, or of none. Refused while a row has an error. */
  'imports.run': { input: z.object({ importId, plan: importPlan }).strict(), output: importJob },
  /** The import that runs, or was the last one of this run. */
  'imports.job': { input: nothing, output: z.object({ job: importJob.nullable() }) },
  'imports.cancel': { input: nothing, output: done },
  /** Deletes what an import made and is not sent yet; what is sent stays. Deleted posts can be restored for 30 days. */
  'imports.undo': {
    input: z.object({ importId }).strict(),
    output: z.object({ deleted: z.int().nonnegative(), kept: z.int().nonnegative() }),
  },
  /** The last imports, newest first. */
  'imports.list': { input: nothing, output: z.object({ entries: z.array(importRecord) }) },
  /**
   * Posts as a file. `json` loses nothing and can be imported again; with `media` it is a zip that holds the files too,
   * else it names them. `csv` is for spreadsheets.
   */
  'exports.write': {
    input: z
      .object({
        format: z.enum(['json', 'csv']),
        media: z.boolean().default(false),
        statuses: z.array(postStatus).min(1).optional(),
        search: narrowed.search,
        accountId: narrowed.accountId,
        channel: narrowed.channel,
        tags: narrowed.tags,
        from: narrowed.from,
        to: narrowed.to,
        external: narrowed.external,
      })
      .strict(),
    output: z.object({
      name: z.string(),
      mime: z.string(),
      posts: z.int().nonnegative(),
      files: z.int().nonnegative(),
      /** The file, in base64. */
      data: z.string(),
    }),
  },

  'status.get': { input: nothing, output: status },
} as const satisfies Record<string, { input: z.ZodType; output: z.ZodType }>

export type Methods = typeof methods
export type MethodName = keyof Methods
/** What a caller may leave out has been left out. */
export type Input<M extends MethodName> = z.input<Methods[M]['input']>
/** What a handler gets, defaults filled in. */
export type Parsed<M extends MethodName> = z.output<Methods[M]['input']>
export type Output<M extends MethodName> = z.output<Methods[M]['output']>
