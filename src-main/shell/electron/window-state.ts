import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** In pixels of the screen. */
export type Bounds = { x: number; y: number; width: number; height: number }

/** What the window remembers between runs. Beside the database, because it is wanted before the database is open. */
export type WindowState = {
  /** Null: never placed by the person. */
  bounds: Bounds | null
  maximized: boolean
  /** As in the settings: decides the colour of the window before its first paint. */
  appearance: 'system' | 'light' | 'dark'
  /** The room that was left last, as its address names it, such as `settings/keyboard`; null: the one it begins with. */
  room: string | null
  /** Whether the person has been told once that closing does not quit. */
  toldOfTray: boolean
}

const FRESH: WindowState = { bounds: null, maximized: false, appearance: 'system', room: null, toldOfTray: false }

/** Reads what was kept; what is missing or makes no sense is as on a first run. */
export const readWindowState = (home: string): WindowState => {
  let kept: Partial<Record<keyof WindowState, unknown>>
  try {
    kept = Object(JSON.parse(readFileSync(fileIn(home), 'utf8')))
  } catch {
    return FRESH
  }
  const { bounds, maximized, appearance, room, toldOfTray } = kept
  return {
    bounds: isBounds(bounds) ? bounds : null,
    maximized: maximized === true,
    appearance: appearance === 'light' || appearance === 'dark' ? appearance : 'system',
    room: typeof room === 'string' ? roomAt(`#/${room}`) : null,
    toldOfTray: toldOfTray === true,
  }
}

/**
 * The room of an address of the interface, as it is kept: without the post, the dialog or the day that was open in it. Null
 * for the one it begins with.
 */
export const roomAt = (address: string): string | null => {
  const [, room, page] = /#\/([a-z]+)(?:\/([a-z-]+))?/.exec(address) ?? []
  if (room === undefined || room === 'compose') return null
  return page !== undefined && room === 'settings' ? `${room}/${page}` : room
}

/** Losing it costs the window its place, so a disk that refuses is no reason to bother anyone. */
export const keepWindowState = (home: string, state: WindowState): void => {
  const file = fileIn(home)
  try {
    writeFileSync(`${file}.new`, JSON.stringify(state))
    renameSync(`${file}.new`, file)
  } catch {}
}

/** Where to put the window: where it was if enough of it is to be seen on a screen that exists now, else null. */
export const placeOn = (screens: readonly Bounds[], bounds: Bounds | null): Bounds | null => {
  if (bounds === null) return null
  const seen = screens.some((screen) => {
    const wide = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x)
    const below = bounds.y - screen.y
    // The title bar has to be within reach, and enough of it to be grabbed.
    return wide >= 100 && below >= 0 && below <= screen.height - 40
  })
  return seen ? bounds : null
}

/** Wide enough for a post to stand beside itself as two networks show it. In pixels of the screen. */
const ROOMY = { width: 1440, height: 900 }

/** How large a window is that was never placed: roomy, and no larger than the screen it comes up on. */
export const firstSize = (screen: Bounds): Pick<Bounds, 'width' | 'height'> => ({
  width: Math.min(ROOMY.width, screen.width),
  height: Math.min(ROOMY.height, screen.height),
})

const fileIn = (home: string): string => join(home, 'window.json')

const isBounds = (value: unknown): value is Bounds =>
  typeof value === 'object' &&
  value !== null &&
  (['x', 'y', 'width', 'height'] as const).every((side) => Number.isInteger(Reflect.get(value, side)))
