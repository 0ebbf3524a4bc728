import type { z } from 'zod'
import type { ChannelTools } from '../channel.ts'
import type { OAuth } from '../kit/oauth/create-oauth.ts'
import type { Scope } from '../kit/oauth/provider.ts'
import { metaForm, serverAt, THREADS_SERVER } from '../meta/settings.ts'

export const threadsForm = metaForm(
  'Threads app ID',
  'Of your own app at developers.facebook.com: App settings > Basic > Threads app ID, which is another than the App ID.',
)
export const threadsSettings = threadsForm.extend({ server: serverAt(THREADS_SERVER) })
export type ThreadsSettings = z.infer<typeof threadsSettings>

/** What the parts of the channel are built with. */
export type Desk = { tools: ChannelTools; oauth: OAuth<ThreadsSettings> }

export const SCOPES: readonly Scope[] = [
  { name: 'threads_basic', why: 'to read the account and what stands there' },
  { name: 'threads_content_publish', why: 'to publish posts' },
  { name: 'threads_manage_replies', why: 'to publish the further parts of a thread' },
  { name: 'threads_read_replies', why: 'to see the further parts of a thread' },
  { name: 'threads_delete', why: 'to delete posts' },
]
