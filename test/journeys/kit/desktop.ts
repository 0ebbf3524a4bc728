import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { _electron, type ElectronApplication, type Page } from 'playwright-core'

const ROOT = join(import.meta.dirname, '../../..')
const PICTURES = join(ROOT, 'test/artifacts/journeys')

/** The executable that the set-up found or made. */
export const electronPath = (): string => {
  const path = process.env['POSTHORN_ELECTRON']
  if (!path) throw new Error('POSTHORN_ELECTRON is not set: run the journeys with "npm run test:desktop".')
  return path
}

/** As root Chromium's outer sandbox refuses to start; the windows' own one stays on. */
export const electronArgs = (...more: string[]): string[] => [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ...more,
  ROOT,
]

/** A running Posthorn with its window. */
export type Desktop = {
  readonly electron: ElectronApplication
  readonly page: Page
  /** Ends it the way a person does, answering "quit anyway" where asked; resolves when the process is gone. */
  quit(): Promise<void>
  /** Closes the window by its cross. */
  closeWindow(): Promise<void>
  isOnScreen(): Promise<boolean>
  /** Pulls the plug. */
  kill(): Promise<void>
  isRunning(): boolean
  /** A picture of the window as it is now: a PNG. */
  picture(): Promise<Buffer>
  /** Keeps a picture of the window. */
  shoot(name: string): Promise<void>
}

export type StartOptions = {
  home: string
  /** Flags for Electron, before the app's folder. */
  flags?: string[]
  /** Words for Posthorn itself, after it. */
  words?: string[]
  env?: Record<string, string>
}

/** Starts Posthorn on a data folder and waits for its window. */
export const startDesktop = async ({ home, flags = [], words = [], env = {} }: StartOptions): Promise<Desktop> => {
  const electron = await _electron.launch({
    executablePath: electronPath(),
    args: [...electronArgs(...flags), ...words],
    env: { ...cleanEnvironment(), ...env, POSTHORN_HOME: home },
  })
  const child = electron.process()
  const page = await electron.firstWindow()
  const picture = async (): Promise<Buffer> => {
    await page.evaluate(atRest)
    // The window's own picture: the driver's is cut off when the page is enlarged.
    const taken = await electron.evaluate(async ({ BrowserWindow }) => {
      const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
      return image?.toPNG().toString('base64') ?? ''
    })
    return Buffer.from(taken, 'base64')
  }
  return {
    electron,
    page,
    quit: async () => {
      await electron.evaluate(({ app, dialog }) => {
        dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false })
        // Not within this call: its answer could not be sent any more.
        setImmediate(() => app.quit())
      })
      await ended(child)
    },
    closeWindow: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()),
    isOnScreen: () => electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.isVisible() === true),
    kill: async () => {
      child.kill('SIGKILL')
      await ended(child)
    },
    isRunning: () => child.exitCode === null && child.signalCode === null,
    picture,
    shoot: async (name) => {
      mkdirSync(PICTURES, { recursive: true })
      writeFileSync(join(PICTURES, `${name}.png`), await picture())
    },
  }
}

/** In the page: when all that moves has come to its end and is painted. */
const atRest = async (): Promise<void> => {
  const ends = document.getAnimations().filter((one) => one.effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ends.map((one) => one.finished))
  for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame)
}

/** Starts it without a driver, as a second click on its icon does; the exit code and what it said when it ended. */
export const startPlainly = async ({ home, flags = [], words = [], env = {} }: StartOptions) => {
  const child = spawn(electronPath(), [...electronArgs(...flags), ...words], {
    env: { ...cleanEnvironment(), ...env, POSTHORN_HOME: home },
  })
  let errors = ''
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()))
  await ended(child)
  return { code: child.exitCode, errors }
}

/** Resolves when the process is gone. */
export const ended = async (child: ChildProcess): Promise<void> => {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
}

/** What a test runner sets for itself must not reach the app. */
export const cleanEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        entry[1] !== undefined && !/^(NODE_OPTIONS|NODE_ENV|VITEST.*|ELECTRON_RUN_AS_NODE)$/.test(entry[0]),
    ),
  )
