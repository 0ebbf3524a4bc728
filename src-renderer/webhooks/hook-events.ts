import type { HookEvent } from '../../src-preload/contract/model/hook.ts'
import { say } from '../words/say.ts'

/** What a webhook can be told, in order. */
export const EVENTS: HookEvent[] = [
  'post.scheduled',
  'post.published',
  'post.failed',
  'account.connected',
  'account.expiring',
  'account.signed-out',
  'account.disconnected',
]

export const eventName = (event: HookEvent): string => say(`webhooks.event-${event}`)
