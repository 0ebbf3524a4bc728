import { rmSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compare, DIFFERENCES, incomparable, surfaceOf } from '../shots/baseline.ts'
import { type Look, LOOKS } from '../shots/looks.ts'
import { ROOMS, type ShotRoom } from '../shots/rooms.ts'
import { openStage } from '../shots/stage.ts'
import { createViewer } from '../shots/viewer.ts'
import { lookForBarriers } from './kit/look-for-barriers.ts'

/** By which rules every room is judged; in the dark nothing but the colours is new. */
const JUDGED: Readonly<Record<string, readonly string[] | undefined>> = { light: undefined, dark: ['color-contrast'] }
/** Where every room has to fit the window. */
const FITTED = ['light', 'narrow']
/** Where the main ones have to: at twice the size, in a language that takes more room, and from right to left. */
const STRETCHED = ['enlarged', 'long', 'rtl']
const MAIN = new Set(['today', 'composer', 'queue', 'calendar', 'exchange'])

/** One part of the gallery after the other is the same page again. */
const isWhole = ({ name }: ShotRoom): boolean => !name.startsWith('gallery-')

const isLookedAt = (room: ShotRoom, look: Look): boolean =>
  room.compared.includes(look.name) ||
  (MAIN.has(room.name) && STRETCHED.includes(look.name)) ||
  (isWhole(room) &&
    room.pictured !== true &&
    (room.alike === true ? look.name === 'light' : look.name in JUDGED || FITTED.includes(look.name)))

test('every room fits the window, keeps nobody out and looks as it did', { timeout: 240_000 }, async () => {
  rmSync(DIFFERENCES, { recursive: true, force: true })
  const stage = await openStage(true)
  const { page } = stage.desktop
  const found: string[] = []
  try {
    const viewer = createViewer(stage.desktop, stage.filled, true)
    const silent = incomparable(await surfaceOf(page))
    if (silent !== null) process.stderr.write(`${silent}\n`)
    for (const look of LOOKS) {
      const rooms = ROOMS.filter((room) => isLookedAt(room, look))
      if (rooms.length > 0) await viewer.wear(look)
      for (const room of rooms) {
        await viewer.open(room)
        const name = `${room.name}-${look.name}`
        if (silent === null && room.compared.includes(look.name)) {
          const differs = await compare(name, await stage.desktop.picture())
          if (differs !== null) found.push(differs)
        }
        const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        if (over > 0) found.push(`${name} is ${over} px wider than the window`)
        if (!(look.name in JUDGED) || !isWhole(room)) continue
        for (const barrier of await lookForBarriers(page, JUDGED[look.name])) found.push(`${name}: ${barrier}`)
      }
    }
    expect(found).toEqual([])
  } finally {
    await stage.end()
  }
})
