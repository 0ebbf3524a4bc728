import type { ChannelTools } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import type { Scope } from '../kit/oauth/provider.ts'
import type { FacebookAppSettings } from '../meta/settings.ts'

/** What the parts of the channel are built with. */
export type Desk = { tools: ChannelTools; oauth: OAuth<FacebookAppSettings> }

export const NEEDED = ['pages_show_list', 'pages_read_engagement', 'pages_manage_posts'] as const

export const SCOPES: readonly Scope[] = [
  { name: 'pages_show_list', why: 'to list your pages' },
  { name: 'pages_read_engagement', why: 'to read what stands on them' },
  { name: 'pages_manage_posts', why: 'to publish, edit and delete posts' },
  { name: 'pages_manage_engagement', why: 'to write the first comment' },
  { name: 'pages_read_user_content', why: 'to see what became of a post whose answer was lost' },
]
