import type { Desktop } from '../journeys/kit/desktop.ts'
import type { Filled } from './fill.ts'
import type { Look } from './looks.ts'
import type { ShotRoom } from './rooms.ts'

/** Of the window, in pixels of the screen. */
const HEIGHT = 800
/** A page that changes nothing for so long has come to rest, in milliseconds. */
const REST = 120
const PATIENCE = 20_000

/** What moves by itself is not for a picture. */
const STILL = `
  *, *::before, *::after {
    animation: none !important; transition: none !important; caret-color: transparent !important;
  }
`
/** What tells of the moment and of the machine is not for a picture that is compared. */
const ALIKE = '.status-calm > span, .path, [data-moving] { visibility: hidden !important; }'

/** A room is looked at from its top, wherever it was scrolled to in the picture before. */
const FORGOTTEN = ['posthorn.room-places', 'posthorn.queue-place']

/** Someone who looks at rooms, each in the look put on last. */
export type Viewer = {
  wear(look: Look): Promise<void>
  /** Goes to a room and waits until all of it is there. */
  open(room: ShotRoom): Promise<void>
}

/** `compares`: whether the pictures are to be compared, or are for the eye. */
export const createViewer = (desktop: Desktop, filled: Filled, compares: boolean): Viewer => {
  const { electron, page } = desktop
  let look: Look | null = null
  /** What is in the address before the room; null: the page is to be loaded anew. */
  let loaded: string | null = null
  let loads = 0

  const load = async (room: ShotRoom): Promise<void> => {
    const asks = [look?.language && `language=${look.language}`, room.search].filter(Boolean).join('&')
    const hash = `#${room.at(filled)}`
    await filled.miss(room.missed === true)
    if (loaded === asks && room.missed === undefined) {
      await page.evaluate((to) => void (window.location.hash = to), hash)
    } else {
      // Another address each time: with the same one only the part after `#` would change, and dialogs stay.
      loads += 1
      // Once the old page is left: it keeps its places until then.
      if (loads === 1)
        await page.addInitScript((keys) => keys.forEach((key) => localStorage.removeItem(key)), FORGOTTEN)
      const address = `${originOf(page.url())}/?load=${loads}&${asks}${hash}`
      await page.goto(address)
      await page.addStyleTag({ content: compares ? STILL + ALIKE : STILL })
    }
    loaded = isPlain(room) ? asks : null
  }
  /** The page changes nothing any more, and waits for no answer that could make it do so. */
  const rest = async (room: ShotRoom): Promise<void> => {
    for (let round = 0; round < 5; round += 1) {
      await page.evaluate(atRest, room.rest ?? REST)
      if (await electron.evaluate(() => Reflect.get(globalThis, 'isQuiet')())) return
    }
  }
  return {
    wear: async (next) => {
      look = next
      loaded = null
      const { appearance, width, zoom, contrast, forcedColors } = next
      await page.evaluate(
        (how) => Reflect.get(window, 'posthorn').call('settings.update', { appearance: how }),
        appearance,
      )
      await electron.evaluate(
        ({ BrowserWindow }, to) => {
          const [window] = BrowserWindow.getAllWindows()
          window?.setMinimumSize(200, 200)
          window?.setContentSize(to.width, to.height)
          window?.webContents.setZoomFactor(to.zoom)
        },
        { width: width * zoom, height: HEIGHT, zoom },
      )
      await page.emulateMedia({
        colorScheme: appearance,
        contrast: contrast ?? 'no-preference',
        forcedColors: forcedColors ?? 'none',
      })
      await page.waitForFunction((wide) => window.innerWidth === wide, width)
    },
    open: async (room) => {
      await load(room)
      if (isOpened(room)) {
        await page.locator('h1').first().waitFor({ timeout: PATIENCE, state: 'attached' })
        await rest(room)
      }
      await room.prepare?.(page)
      if (room.click !== undefined) await page.locator(room.click).first().click()
      if (room.keys !== undefined) await page.keyboard.press(room.keys)
      if (room.writes !== undefined) {
        await page
          .locator(room.shows ?? 'h1')
          .first()
          .waitFor({ timeout: PATIENCE })
        await page.keyboard.type(room.writes)
      }
      // What it points at looks otherwise.
      await page.mouse.move(0, 0)
      const shown = page.locator(room.shows ?? 'h1').first()
      // Where there is little room a heading may be for the ear alone.
      await shown.waitFor({ timeout: PATIENCE, state: 'attached' })
      if (room.shows?.startsWith('#') === true) await shown.evaluate((part) => part.scrollIntoView())
      await rest(room)
    },
  }
}

/** Nothing of it stays when another room is gone to. */
const isPlain = (room: ShotRoom): boolean => !isOpened(room) && room.search === undefined && room.missed === undefined

/** Something is done in it before it is looked at. */
const isOpened = ({ click, keys, prepare }: ShotRoom): boolean =>
  click !== undefined || keys !== undefined || prepare !== undefined

/** `app://posthorn` of an address within it. */
const originOf = (address: string): string => address.split('/').slice(0, 3).join('/')

/** In the page: when everything is loaded and nothing has changed for so many milliseconds. */
const atRest = async (rest: number): Promise<void> => {
  await document.fonts.ready
  // A room that is fetched hides the one before it, and shows nothing for a moment.
  const isFetched = () => {
    const parts = document.querySelector('main')?.children
    return parts === undefined || [...parts].some((part) => getComputedStyle(part).display !== 'none')
  }
  const loading = () => !isFetched() || document.querySelector(':is(.skeleton, .spin):not(.gallery *)') !== null
  let changed = performance.now()
  const observer = new MutationObserver(() => (changed = performance.now()))
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
  const end = performance.now() + 5_000
  while (performance.now() < end && (performance.now() - changed < rest || loading())) {
    await new Promise(requestAnimationFrame)
  }
  observer.disconnect()
  await Promise.allSettled([...document.images].map((image) => image.decode()))
  document.querySelectorAll('video').forEach((film) => film.pause())
}
