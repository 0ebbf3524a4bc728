import type { Reply } from '../../../src-preload/contract/failure.ts'
import type { Output } from '../../../src-preload/contract/methods.ts'
import type { App } from '../../app/app.ts'
import { failed } from '../../core/refusal.ts'
import { because } from '../../core/told.ts'
import { webLink } from './addresses.ts'

/** What is handed to the system's menu of places to share to. */
export type Shared = { texts: string[]; urls: string[] }

/** The menu itself; null where the system has none. */
export type ShareMenuOf = ((shared: Shared) => void) | null

/** Only macOS has such a menu for any app. */
export const hasShareMenu = (platform: NodeJS.Platform): boolean => platform === 'darwin'

/** Offers a published item's text and link to share. The page names the item, never what is shared. */
export const shareItem = async (app: Pick<App, 'gate'>, input: unknown, popUp: ShareMenuOf): Promise<Reply<null>> => {
  const item = (await app.gate('items.get', input)) as Reply<Output<'items.get'>>
  if (!item.ok) return item
  const { text, remote, state } = item.value
  const link = webLink(remote?.url ?? '')
  if (popUp === null || state !== 'published' || link === null) {
    const told = because('cannot-share', { menu: String(popUp !== null) })
    const next = popUp === null ? 'Copy the link instead.' : 'Share it once it is published and has a link.'
    return { ok: false, failure: failed('illegal-transition', 'This cannot be shared from here.', next, { told }) }
  }
  popUp({ texts: text.trim() === '' ? [] : [text], urls: [link] })
  return { ok: true, value: null }
}
