import type { MethodName } from './methods.ts'

/** The methods that change nothing, here or anywhere else. */
export const READING: ReadonlySet<MethodName> = new Set<MethodName>([
  'posts.get',
  'posts.list',
  'posts.check',
  'items.list',
  'items.get',
  'tags.list',
  'accounts.list',
  'accounts.destinations',
  'accounts.mentions',
  'accounts.health',
  'signIns.get',
  'channels.list',
  'media.get',
  'settings.get',
  'quota.get',
  'quota.forecast',
  'slots.list',
  'slots.preview',
  'keys.list',
  'hooks.list',
  'hooks.deliveries',
  'writing.assets',
  'status.get',
])
