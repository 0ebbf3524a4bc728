import { z } from 'zod'
import { type MethodName, methods, type Output } from '../../../src-preload/contract/methods.ts'
import { assetSource } from '../../../src-preload/contract/model/writing.ts'
import type { Need } from './permission.ts'

/** A method of the contract as an assistant sees it. */
export type Tool = {
  name: string
  title: string
  description: string
  needs: Need
  method: MethodName
  /** What the assistant gives; the method's own input unless another is named. */
  input: z.ZodType
  /** Makes the method's input of it. */
  toInput(given: unknown): unknown
  /** What the assistant gets of what the method answers. */
  toOutput(value: unknown): unknown
  /** It changes or takes away what stands already. */
  destructive: boolean
  /** It speaks to the world outside of this computer. */
  outside: boolean
}

type Told = Pick<Tool, 'title' | 'description'> &
  Partial<Pick<Tool, 'input' | 'toInput' | 'toOutput' | 'destructive' | 'outside'>>

const tool = (name: string, needs: Need, method: MethodName, told: Told): Tool => ({
  name,
  needs,
  method,
  input: methods[method].input,
  toInput: (given) => given,
  toOutput: (value) => value,
  destructive: false,
  outside: false,
  ...told,
})

const scheduling = methods['posts.schedule'].input

/** Signs are for eyes, and long: an assistant would read thousands of words of nothing. */
const withoutMarks = (value: unknown): unknown => ({
  entries: (value as Output<'channels.list'>).entries.map((one) => ({ ...one, mark: undefined, standsFor: undefined })),
})

/**
 * All that assistants can ask for. What is left out is the person's alone: keys, webhooks, settings, connecting
 * accounts, and the word on a post whose answer was lost.
 */
export const TOOLS: readonly Tool[] = [
  tool('list_posts', 'read', 'posts.list', {
    title: 'List posts',
    description:
      'Posts with their items (one for each account), newest change first. Narrow with status, tags, search.',
  }),
  tool('get_post', 'read', 'posts.get', { title: 'Read a post', description: 'One post with its items.' }),
  tool('check_post', 'read', 'posts.check', {
    title: 'Check a post before it is saved',
    description:
      "How a text would stand on each target: the channel's own count, its parts, problems. Nothing is saved. Check before saving a draft.",
  }),
  tool('list_items', 'read', 'items.list', {
    title: 'List items',
    description:
      'Items are posts aimed at one account each, with their state and time. order "soonest" with states ["scheduled","waiting"] is the queue.',
  }),
  tool('get_item', 'read', 'items.get', { title: 'Read an item', description: 'One item with its attempts to send.' }),
  tool('read_calendar', 'read', 'calendar.read', {
    title: 'Read the calendar',
    description:
      'What stands in each of so many days from a day on, such as {"from":"2026-12-01","days":7}, and the free slots in them. total says how many there are where entries holds only the first.',
  }),
  tool('list_tags', 'read', 'tags.list', {
    title: 'List tags',
    description: 'Every tag in use, and on how many posts.',
  }),
  tool('list_accounts', 'read', 'accounts.list', {
    title: 'List accounts',
    description: 'The connected accounts; their ids are what a post targets.',
  }),
  tool('account_health', 'read', 'accounts.health', {
    title: 'How the accounts stand',
    description: 'Whether each account can publish, when it last did, what waits for it, and what to do.',
  }),
  tool('account_destinations', 'read', 'accounts.destinations', {
    title: 'Pages or boards of an account',
    description: 'Where an account can publish to, asked of its channel.',
    outside: true,
  }),
  tool('find_mentions', 'read', 'accounts.mentions', {
    title: 'Find whom to mention',
    description: 'Who a name, or the beginning of one, may mean on the channel of an account, and how it is written.',
    outside: true,
  }),
  tool('list_channels', 'read', 'channels.list', {
    title: 'List channels',
    description: 'The networks Posthorn knows, with their limits on text and media.',
    toOutput: withoutMarks,
  }),
  tool('get_media', 'read', 'media.get', { title: 'Read about a file', description: 'A file that posts can carry.' }),
  tool('quota', 'read', 'quota.get', {
    title: 'What is left',
    description: 'The features and meters, what was used of each, and when they reset.',
  }),
  tool('quota_forecast', 'read', 'quota.forecast', {
    title: 'What a post would take',
    description: 'Credits and the time at which a post to these accounts could be sent, before anything is saved.',
  }),
  tool('list_slot_plans', 'read', 'slots.list', {
    title: 'List plans of slots',
    description: 'The weekly times at which the person publishes.',
  }),
  tool('slots_preview', 'read', 'slots.preview', {
    title: 'Slots to come',
    description: 'The next slots of a plan, taken and free.',
  }),
  tool('writing_assets', 'read', 'writing.assets', {
    title: 'Read what a post can be made from',
    description: 'The facts of a page, a feed, a shop or a file; nothing is invented.',
    input: z.strictObject({ source: assetSource }),
    toInput: (given) => (given as { source: unknown }).source,
    outside: true,
  }),
  tool('writing_text', 'read', 'writing.text', {
    title: 'Suggest captions',
    description: 'At least three captions about a prompt that fit the channel. Uses the feature AI_TOOLS.',
    outside: true,
  }),
  tool('writing_post', 'read', 'writing.post', {
    title: 'Compose for each channel',
    description: 'Ready content for each channel or account, from assets or without. Uses the feature AI_TOOLS.',
    outside: true,
  }),
  tool('status', 'read', 'status.get', {
    title: 'How Posthorn stands',
    description: 'Who sends, what is next, what stands in the queue.',
  }),
  tool('get_settings', 'read', 'settings.get', {
    title: 'Read the settings',
    description: "The person's time zone, what happens to late posts, what assistants may do.",
  }),
  tool('fetch_media', 'draft', 'media.fetch', {
    title: 'Copy a file in',
    description: 'Copies an image from an address so that a draft can carry it.',
    outside: true,
  }),
  tool('save_draft', 'draft', 'posts.save', {
    title: 'Save a draft',
    description:
      'Writes a post for the person to look at, or changes one that is still a draft (postId). Nothing is sent. "once" is a key of your own that keeps a repeated call from making a second post.',
    input: methods['posts.save'].input.omit({ when: true }),
    destructive: true,
  }),
  tool('schedule_post', 'publish', 'posts.schedule', {
    title: 'Schedule a post',
    description:
      'Gives every open target of a post its time: now, in so many seconds, at a time, or the next free slot.',
    outside: true,
  }),
  tool('publish_post', 'publish', 'posts.schedule', {
    title: 'Publish a post now',
    description: 'Sends every open target of a post at once.',
    input: scheduling.omit({ when: true }),
    toInput: (given) => ({ ...(given as object), when: { kind: 'now' } }),
    outside: true,
  }),
  tool('reschedule_item', 'publish', 'items.reschedule', {
    title: 'Give an item another time',
    description: 'Moves one item of a post to another time.',
    destructive: true,
    outside: true,
  }),
  tool('cancel_item', 'publish', 'items.cancel', {
    title: 'Take a schedule back',
    description: 'Cancels one item; its post stays.',
    destructive: true,
  }),
  tool('retry_item', 'publish', 'items.retry', {
    title: 'Try an item again',
    description: 'Sends a failed item again, or a waiting one without further waiting.',
    outside: true,
  }),
  tool('edit_published_item', 'publish', 'items.edit', {
    title: 'Change a published text',
    description: 'Changes the text of a published item where it stands, on channels that can.',
    destructive: true,
    outside: true,
  }),
  tool('unpublish_item', 'publish', 'items.unpublish', {
    title: 'Take a published item down',
    description: 'Removes a published item from its channel.',
    destructive: true,
    outside: true,
  }),
  tool('delete_post', 'publish', 'posts.delete', {
    title: 'Delete a post',
    description: 'Hides a post for 30 days, then purges it; what is scheduled is cancelled. Live posts stay.',
    destructive: true,
  }),
  tool('restore_post', 'publish', 'posts.restore', {
    title: 'Restore a deleted post',
    description: 'Brings a deleted post back; what was scheduled stays cancelled.',
  }),
]
