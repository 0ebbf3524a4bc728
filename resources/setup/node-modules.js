import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.js'
import { isInstalled } from './installed-packages.js'
import { npmEnvironment } from './npm-environment.js'
import { root } from './places.js'
import { run } from './run-command.js'
import { say, secondsSince } from './say.js'
import { SetupFailure } from './setup-failure.js'
import { readStamp, writeStamp } from './stamp.js'

const STAMP = join(root, 'node_modules', '.posthorn-stamp')

/** Installs the packages of package-lock.json, unless they are there already. */
export async function ensureNodeModules() {
  const wanted = fingerprint(['package-lock.json'], root)
  if (readStamp(STAMP) === wanted && existsSync(join(root, 'node_modules', '.package-lock.json'))) return
  if (!lockIsInstalled()) await install()
  writeStamp(STAMP, wanted)
}

function lockIsInstalled() {
  try {
    return isInstalled(readLock('package-lock.json'), readLock('node_modules/.package-lock.json'))
  } catch {
    return false
  }
}

/**
 * @param {string} path
 * @returns {import('./installed-packages.js').Lock}
 */
function readLock(path) {
  return JSON.parse(readFileSync(join(root, path), 'utf8'))
}

async function install() {
  const startedAt = performance.now()
  say('Installing the packages Posthorn is made of, about 700 MB in node_modules. This takes a minute or two.')
  const { code } = await run('npm', ['ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'], {
    env: npmEnvironment(),
    output: 'to-stderr',
    stillAtIt: 'Still installing packages',
  })
  if (code !== 0) {
    throw new SetupFailure(
      '"npm ci" could not install the packages; what it said is above. Posthorn needs to reach your npm registry once. Try again when it can be reached.',
    )
  }
  say(`Packages installed in ${secondsSince(startedAt)}.`)
}
