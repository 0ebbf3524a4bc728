import { z } from 'zod'
import { deliveryId, hookId, instant } from './common.ts'

/** What a webhook can be told about. */
export const hookEvent = z.enum([
  'post.scheduled',
  'post.published',
  'post.failed',
  'account.connected',
  'account.expiring',
  'account.signed-out',
  'account.disconnected',
])
export type HookEvent = z.infer<typeof hookEvent>

/** An address that is told what happens, signed with its own secret. */
export const hook = z.object({
  id: hookId,
  url: z.url({ protocol: /^https?$/, error: 'Use an address that begins with https:// or http://.' }).max(2000),
  events: z.array(hookEvent).min(1, 'Choose at least one event.'),
  /** Off: nothing is sent, nothing is collected. */
  active: z.boolean(),
  createdAt: instant,
})
export type Hook = z.infer<typeof hook>

/** One message to one address, and what came of it. */
export const delivery = z.object({
  id: deliveryId,
  hookId,
  event: z.union([hookEvent, z.literal('test')]),
  state: z.enum(['pending', 'delivered', 'given-up']),
  attempts: z.int().nonnegative(),
  /** When it is tried next; null when it is not. */
  nextAt: instant.nullable(),
  /** Of the last attempt. */
  status: z.int().nullable(),
  error: z.string().nullable(),
  /** The body exactly as it is signed and sent. */
  body: z.string(),
  createdAt: instant,
  deliveredAt: instant.nullable(),
})
export type Delivery = z.infer<typeof delivery>
