import { z } from 'zod'
import { account } from './model/account.ts'
import { itemId, postId } from './model/common.ts'
import { item } from './model/item.ts'
import { post } from './model/post.ts'
import { settings } from './model/settings.ts'
import { signIn } from './model/sign-in.ts'
import { status } from './model/status.ts'

/** Rooms that can be asked for from outside the window. */
export const openRoom = z.enum([
  'today',
  'queue',
  'calendar',
  'drafts',
  'slots',
  'accounts',
  'settings',
  'exchange',
  'activity',
  'health',
])

/** All that the core tells its listeners: the renderer's store, the tray, server-sent events. */
export const event = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('post-changed'), post }),
  z.object({ kind: z.literal('post-removed'), postId }),
  /** Very many posts at once: what is on show must be read again. */
  z.object({ kind: z.literal('posts-changed') }),
  /** `text` is how the item reads at its target, shortened for notices. */
  z.object({ kind: z.literal('item-changed'), item, text: z.string() }),
  /** How far the uploads of an item being sent are, in bytes; told a few times a second, and not kept. */
  z.object({
    kind: z.literal('upload-progress'),
    itemId,
    sent: z.int().nonnegative(),
    total: z.int().nonnegative(),
  }),
  z.object({ kind: z.literal('account-changed'), account }),
  /** A sign-in by the browser came on, or to its end. */
  z.object({ kind: z.literal('sign-in-changed'), signIn }),
  z.object({ kind: z.literal('settings-changed'), settings }),
  /** A limit was set or taken away, or something was used that no item stands for. */
  z.object({ kind: z.literal('quota-changed') }),
  /** A plan of slots was made, changed or removed. */
  z.object({ kind: z.literal('slots-changed') }),
  /** A template or a set of hashtags was made, changed or removed. */
  z.object({ kind: z.literal('templates-changed') }),
  z.object({ kind: z.literal('status-changed'), status }),
  /** The file is brought to a newer form, so much of it so far; nothing else is answered before it is done. */
  z.object({ kind: z.literal('file-updating'), percent: z.int().min(0).max(100) }),
  /** Another file is in place: all that was read before is void. */
  z.object({ kind: z.literal('data-replaced') }),
  /** The person asked to see this item, by a click on a notification or the tray. */
  z.object({ kind: z.literal('open-item'), itemId }),
  /** The person asked what was missed, by a click on the notification. */
  z.object({ kind: z.literal('open-review') }),
  /** The person asked for a new post from outside the window, with these words if any. */
  z.object({ kind: z.literal('open-composer'), text: z.string().optional() }),
  /** The person opened files with Posthorn: the window takes them over from the desktop. */
  z.object({ kind: z.literal('open-files') }),
  /** The person asked for a command of the interface by the menu; its id, as the settings' shortcuts name it. */
  z.object({ kind: z.literal('open-command'), command: z.string() }),
  /** The person asked for a room, by the tray or a notification. */
  z.object({ kind: z.literal('open-room'), room: openRoom }),
])
export type Event = z.infer<typeof event>
