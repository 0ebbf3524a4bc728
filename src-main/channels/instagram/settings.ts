import type { ChannelTools } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import type { Scope } from '../kit/oauth/provider.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'

/** What the parts of the channel are built with. */
export type Desk = { tools: ChannelTools; oauth: OAuth<FacebookAppSettings> }

export const NEEDED = ['instagram_basic', 'instagram_content_publish', 'pages_show_list'] as const

export const SCOPES: readonly Scope[] = [
  { name: 'pages_show_list', why: 'to find the accounts behind your pages' },
  { name: 'pages_read_engagement', why: 'to read which account is connected to a page' },
  { name: 'instagram_basic', why: 'to read the account and what stands there' },
  { name: 'instagram_content_publish', why: 'to publish posts, reels and stories' },
  { name: 'instagram_manage_comments', why: 'to write the first comment' },
  { name: 'instagram_manage_contents', why: 'to delete posts' },
]
