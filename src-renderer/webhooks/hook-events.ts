import type { HookEvent } from '../../src-preload/contract/model/hook.ts'

/** What a webhook can be told, in words. */
export const EVENT_NAMES: Readonly<Record<HookEvent, string>> = {
  'post.scheduled': 'A post is scheduled',
  'post.published': 'A post is published',
  'post.failed': 'A post fails',
  'account.connected': 'An account is connected',
  'account.expiring': 'An account expires soon',
  'account.signed-out': 'An account is signed out',
  'account.disconnected': 'An account is disconnected',
}

export const EVENTS = Object.keys(EVENT_NAMES) as HookEvent[]
