import { spawn } from 'node:child_process'

/** What each system has for handing an address to the person's browser, without a shell in between. */
const OPENERS: Partial<Record<NodeJS.Platform, readonly [command: string, ...before: string[]]>> = {
  darwin: ['open'],
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
}

/** Opens a web address where there is a screen to open it on; nothing happens where it cannot. */
export const openBrowser = (address: string): void => {
  const { protocol, href } = new URL(address)
  if (protocol !== 'https:' && protocol !== 'http:') return
  const { DISPLAY, WAYLAND_DISPLAY } = process.env
  const [command, ...before] = OPENERS[process.platform] ?? (DISPLAY || WAYLAND_DISPLAY ? ['xdg-open'] : [])
  if (command === undefined) return
  const opener = spawn(command, [...before, href], { stdio: 'ignore', detached: true })
  // The link is printed as well.
  opener.on('error', () => {})
  opener.unref()
}
