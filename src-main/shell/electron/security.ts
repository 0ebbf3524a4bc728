import { app, session, shell } from 'electron'
import { isOurs, webLink } from './addresses.ts'

/** What a page may ask the system for: to copy a text, as buttons of ours do. Nothing else. */
const ALLOWED = new Set(['clipboard-sanitized-write'])

/** Call before the first window: no page leaves our origin, opens a window, or gets a permission. */
export const lockDown = (): void => {
  app.on('web-contents-created', (_, contents) => {
    contents.on('will-attach-webview', (event) => event.preventDefault())
    contents.on('will-frame-navigate', (event) => {
      // The page begins itself anew: another language, another database.
      if (isOurs(event.url) && event.url === contents.getURL()) return
      event.preventDefault()
      openOutside(event.url)
    })
    contents.setWindowOpenHandler(({ url }) => {
      openOutside(url)
      return { action: 'deny' }
    })
  })
}

/** Call once the app is ready. */
export const denyPermissions = (): void => {
  const { defaultSession } = session
  defaultSession.setPermissionRequestHandler((contents, permission, answer) =>
    answer(ALLOWED.has(permission) && isOurs(contents.getURL())),
  )
  defaultSession.setPermissionCheckHandler((_, permission, origin) => ALLOWED.has(permission) && isOurs(origin))
}

const openOutside = (url: string): void => {
  const link = webLink(url)
  // A browser that does not start is not ours to mend, and the link stays on show to be copied.
  if (link !== null) shell.openExternal(link).catch(() => {})
}
