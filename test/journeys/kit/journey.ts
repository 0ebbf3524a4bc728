import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'vitest'
import { type Desktop, startDesktop, type StartOptions } from './desktop.ts'

type Journey = {
  /** A data folder of the journey's own. */
  home: string
  /** Starts Posthorn on it; what still runs at the end of the journey is ended. */
  start(options?: Partial<StartOptions>): Promise<Desktop>
}

/** A whole run in a real window, from an empty data folder. */
export const journey = test.extend<Journey>({
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'posthorn-journey-'))
    await use(home)
    await rm(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 })
  },
  start: async ({ home }, use) => {
    const started: Desktop[] = []
    await use(async (options = {}) => {
      const desktop = await startDesktop({ home, ...options })
      started.push(desktop)
      return desktop
    })
    for (const desktop of started) if (desktop.isRunning()) await desktop.kill()
  },
})
