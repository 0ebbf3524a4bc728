import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { writtenVersion } from './electron-version.js'
import { node24, node24Environment } from './node-24.js'
import { root } from './places.js'
import { run } from './run-command.js'
import { say } from './say.js'

const PACKAGE = join(root, 'node_modules', 'electron')
const TIME_LIMIT = 10 * 60_000

/** The path of the executable inside an Electron distribution. */
export function executableName(platform = process.platform) {
  if (platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The version of the electron package in node_modules, which is the one that ships. */
export function packageVersion() {
  return /** @type {string} */ (JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')).version)
}

/** The executable that the electron package has downloaded, if it has. */
export function officialElectron() {
  const executable = join(PACKAGE, 'dist', executableName())
  // path.txt is what the install script writes last: without it the unpacking was cut short.
  const whole = existsSync(join(PACKAGE, 'path.txt')) && writtenVersion(join(PACKAGE, 'dist')) === packageVersion()
  return whole && existsSync(executable) ? executable : undefined
}

/**
 * Lets the electron package download its own distribution; ELECTRON_MIRROR and npm's proxy settings count.
 *
 * @returns {Promise<string | undefined>} why it could not, undefined when it could
 */
export async function downloadOfficialElectron() {
  say(`Downloading Electron ${packageVersion()} (about 120 MB), which draws the app's window.`)
  const { code, output, timedOut } = await run(node24(), [join(PACKAGE, 'install.js')], {
    env: node24Environment(),
    output: 'capture',
    timeLimit: TIME_LIMIT,
    stillAtIt: 'Still downloading Electron',
  })
  if (timedOut) return `not done within ${TIME_LIMIT / 60_000} minutes`
  if (code === 0 && officialElectron() !== undefined) return undefined
  return errorIn(output)
}

/**
 * The one line of a stack trace that says what went wrong.
 *
 * @param {string} output
 */
export function errorIn(output) {
  const messages = [...output.matchAll(/^\s*(?:\[?cause\]?: )?\w*Error: (.+)$/gm)].map((match) => match[1])
  return messages.at(0)?.trim() ?? 'no reason given'
}
