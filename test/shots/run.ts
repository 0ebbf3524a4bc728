/*
 * Pictures of every screen in every look: node test/shots/run.ts [--accept | --access] [--looks light,dark]
 * [--rooms queue,today]. They go to test/artifacts/shots, with index.html to see them all; --accept takes only those that
 * are compared, and makes them the baselines; --access judges whom the screens keep out, and writes it down instead.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Desktop } from '../journeys/kit/desktop.ts'
import { judgeAccess, type Judged } from '../journeys/kit/look-for-barriers.ts'
import { accessTable } from './access-table.ts'
import { accept, surfaceOf } from './baseline.ts'
import { contactSheet } from './contact-sheet.ts'
import { type Look, LOOKS } from './looks.ts'
import { ROOMS, type ShotRoom } from './rooms.ts'
import { openStage } from './stage.ts'
import { createViewer } from './viewer.ts'

const FOLDER = join(import.meta.dirname, '../artifacts/shots')
const EMPTY: readonly string[] = ['light', 'dark', 'narrow']
const ACCESS = join(import.meta.dirname, '../../resources/docs/access.md')
/** The looks that change what is there, or how well it is seen. */
const JUDGED: readonly string[] = ['light', 'dark', 'contrast', 'narrow', 'enlarged']

const { values: given } = parseArgs({
  options: {
    accept: { type: 'boolean' },
    access: { type: 'boolean' },
    looks: { type: 'string' },
    rooms: { type: 'string' },
  },
})
const chosen = (list: string | undefined, name: string): boolean => list === undefined || list.split(',').includes(name)
const looks = LOOKS.filter(({ name }) => chosen(given.looks, name))
const rooms = ROOMS.filter(({ name }) => chosen(given.rooms, name))

const startedAt = performance.now()
const failed: string[] = []

type Each = (room: ShotRoom, look: Look, desktop: Desktop) => Promise<void>

/** Looks at the rooms on one stage, one look after the other. */
const lookAround = async (
  full: boolean,
  wants: (room: ShotRoom, look: Look) => boolean,
  each: Each,
): Promise<string> => {
  const stage = await openStage(full)
  try {
    const viewer = createViewer(stage.desktop, stage.filled, given.accept === true)
    for (const look of looks) {
      const wanted = rooms.filter((room) => wants(room, look))
      if (wanted.length === 0) continue
      await viewer.wear(look)
      for (const room of wanted) {
        try {
          await viewer.open(room)
          await each(room, look, stage.desktop)
        } catch (error) {
          failed.push(
            `${look.name} ${room.name}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`,
          )
          await viewer.wear(look)
        }
      }
    }
    return await surfaceOf(stage.desktop.page)
  } finally {
    await stage.end()
  }
}

const keepIn =
  (ending: string): Each =>
  async ({ name }, look, desktop) => {
    const file = join(FOLDER, `${look.name}${ending}`, `${name}.png`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, await desktop.picture())
  }

const acceptAll = async (): Promise<string> => {
  const pictures = new Map<string, Buffer>()
  const surface = await lookAround(
    true,
    (room, look) => room.compared.includes(look.name),
    async (room, look, desktop) => void pictures.set(`${room.name}-${look.name}`, await desktop.picture()),
  )
  if (failed.length > 0) return 'No baseline is changed.'
  const bytes = await accept(pictures, surface)
  return `${pictures.size} baselines, ${Math.round(bytes / 1000)} kB, made on ${surface}.`
}

const pictureAll = async (): Promise<string> => {
  if (given.looks === undefined && given.rooms === undefined) rmSync(FOLDER, { recursive: true, force: true })
  await lookAround(true, () => true, keepIn(''))
  await lookAround(
    false,
    (room, look) => room.full !== true && room.search === undefined && EMPTY.includes(look.name),
    keepIn('-empty'),
  )
  const columns = LOOKS.flatMap(({ name }) => (EMPTY.includes(name) ? [name, `${name}-empty`] : [name]))
  const sheet = join(FOLDER, 'index.html')
  const has = (file: string): boolean => existsSync(join(FOLDER, file))
  writeFileSync(
    sheet,
    contactSheet(
      ROOMS.map(({ name }) => name),
      columns,
      has,
    ),
  )
  return `All pictures: ${sheet}`
}

const judgeAll = async (): Promise<string> => {
  const judged = new Map(rooms.map(({ name }) => [name, new Map<string, Judged>()]))
  await lookAround(
    true,
    (_, look) => JUDGED.includes(look.name),
    async (room, look, { page }) => {
      const one = await judgeAccess(page)
      judged.get(room.name)?.set(look.name, one)
      for (const barrier of one.barriers) process.stderr.write(`${look.name} ${room.name}: ${barrier}\n`)
    },
  )
  const table = accessTable(judged, JUDGED)
  if (given.looks === undefined && given.rooms === undefined) writeFileSync(ACCESS, table)
  return table
}

const work = given.accept === true ? acceptAll : given.access === true ? judgeAll : pictureAll
const said = await work()
for (const line of failed) process.stderr.write(`not pictured: ${line}\n`)
process.stderr.write(`${said} ${((performance.now() - startedAt) / 1000).toFixed(0)} s.\n`)
process.exitCode = failed.length > 0 ? 1 : 0
