import type { Bridge } from '../../src-preload/contract/bridge.ts'
import { type CoreLink, windowLink } from './connection.ts'
import { createHttpBridge } from './http-bridge.ts'
import { takePageToken } from './page-token.ts'

/** The preload script puts the bridge there; in a browser there is none. */
type Page = Window & { readonly posthorn?: Bridge }

/** The way to the core from here; null when the page was opened without the key to it. */
export const findLink = (page: Page): CoreLink | null => {
  if (page.posthorn !== undefined) return windowLink(page.posthorn)
  const token = takePageToken({ location: page.location, history: page.history, storage: page.sessionStorage })
  if (token === null) return null
  let closing = false
  page.addEventListener('pagehide', () => (closing = true))
  page.addEventListener('pageshow', () => (closing = false))
  return createHttpBridge({ base: page.location.origin, token, isClosing: () => closing })
}
