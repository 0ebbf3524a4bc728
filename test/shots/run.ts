/*
 * Pictures of every screen in every look: node test/shots/run.ts [--accept] [--looks light,dark] [--rooms queue,today].
 * They go to test/artifacts/shots, with index.html to see them all; --accept takes only those that are compared, and makes
 * them the baselines.
 */
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'
import { accept, surfaceOf } from './baseline.ts'
import { contactSheet } from './contact-sheet.ts'
import { type Look, LOOKS } from './looks.ts'
import { ROOMS, type ShotRoom } from './rooms.ts'
import { openStage } from './stage.ts'
import { createViewer } from './viewer.ts'

const FOLDER = join(import.meta.dirname, '../artifacts/shots')
const EMPTY: readonly string[] = ['light', 'dark', 'narrow']

const { values: given } = parseArgs({
  options: { accept: { type: 'boolean' }, looks: { type: 'string' }, rooms: { type: 'string' } },
})
const chosen = (list: string | undefined, name: string): boolean => list === undefined || list.split(',').includes(name)
const looks = LOOKS.filter(({ name }) => chosen(given.looks, name))
const rooms = ROOMS.filter(({ name }) => chosen(given.rooms, name))

const startedAt = performance.now()
const failed: string[] = []

type Each = (name: string, picture: Buffer, room: ShotRoom, look: Look) => Promise<void> | void

/** Looks at the rooms on one stage, one look after the other. */
const lookAround = async (
  full: boolean,
  wants: (room: ShotRoom, look: Look) => boolean,
  each: Each,
): Promise<string> => {
  const stage = await openStage(full)
  try {
    const viewer = createViewer(stage.desktop, stage.filled)
    for (const look of looks) {
      const wanted = rooms.filter((room) => wants(room, look))
      if (wanted.length === 0) continue
      await viewer.wear(look)
      for (const room of wanted) {
        try {
          await viewer.open(room)
          await each(room.name, await stage.desktop.picture(), room, look)
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

const keep =
  (folder: string): Each =>
  (name, picture) => {
    const file = join(FOLDER, folder, `${name}.png`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, picture)
  }

const acceptAll = async (): Promise<string> => {
  const pictures = new Map<string, Buffer>()
  const surface = await lookAround(
    true,
    (room, look) => room.compared?.includes(look.name) === true,
    (name, picture, _, look) => void pictures.set(`${name}-${look.name}`, picture),
  )
  if (failed.length > 0) return 'No baseline is changed.'
  const bytes = await accept(pictures, surface)
  return `${pictures.size} baselines, ${Math.round(bytes / 1000)} kB, made on ${surface}.`
}

const pictureAll = async (): Promise<string> => {
  if (given.looks === undefined && given.rooms === undefined) rmSync(FOLDER, { recursive: true, force: true })
  await lookAround(
    true,
    () => true,
    (name, picture, room, look) => keep(look.name)(name, picture, room, look),
  )
  await lookAround(
    false,
    (room, look) => room.full !== true && room.search === undefined && EMPTY.includes(look.name),
    (name, picture, room, look) => keep(`${look.name}-empty`)(name, picture, room, look),
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

const said = await (given.accept === true ? acceptAll() : pictureAll())
for (const line of failed) process.stderr.write(`not pictured: ${line}\n`)
process.stderr.write(`${said} ${((performance.now() - startedAt) / 1000).toFixed(0)} s.\n`)
process.exitCode = failed.length > 0 ? 1 : 0
