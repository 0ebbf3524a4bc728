import { mkdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Desktop, startDesktop } from '../journeys/kit/desktop.ts'
import { leaveFaults } from './faults.ts'
import { fill, type Filled, NOTHING, triedAgain } from './fill.ts'

/** The moment that everything happens at, and the one a while later at which the core's clock stops: a day in spring. */
const MOMENT = '2027-03-10T08:30:05.000Z'
const LATER = Date.parse('2027-03-10T08:31:50.000Z')
/** The page looks a little after the core, so that nothing happened in its future. */
const SEEN = LATER + 5_000

/** A Posthorn that looks the same at every run. */
export type Stage = { readonly desktop: Desktop; readonly filled: Filled; end(): Promise<void> }

/** Starts it on a data folder that always has the same name: with accounts and posts in it, or with nothing. */
export const openStage = async (full: boolean): Promise<Stage> => {
  const home = join(tmpdir(), 'posthorn-shots')
  await rm(home, { recursive: true, force: true })
  await mkdir(home)
  const desktop = await startDesktop({
    home,
    flags: ['-r', join(import.meta.dirname, 'still-clock.cjs'), '--force-device-scale-factor=1'],
    env: { POSTHORN_MOMENT: MOMENT, TZ: 'Europe/Berlin', LANGUAGE: 'en_US', LANG: 'en_US.UTF-8' },
  })
  await desktop.page.getByRole('main').waitFor({ timeout: 90_000 })
  const filled = full ? await fill(desktop.page, home) : NOTHING
  if (full) {
    await desktop.electron.evaluate((_, at) => Reflect.get(globalThis, 'standStill')(at), LATER)
    await triedAgain(desktop.page, LATER)
  }
  const faults = full ? await leaveFaults(home, filled.faults, LATER) : null
  await desktop.page.clock.setFixedTime(SEEN)
  return {
    desktop,
    filled: faults === null ? NOTHING : { ...filled, faults: faults.ids, miss: faults.miss },
    end: async () => {
      await faults?.close()
      await desktop.kill()
      await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
    },
  }
}
